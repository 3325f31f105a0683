using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace BlockAssist.Learner.Verification;

/// <summary>What a processor says of itself.</summary>
internal static class ProcessorFacts
{
    private const string Unknown = "unknown";

    // Leaf, sub-leaf, register (0 eax, 1 ebx, 2 ecx, 3 edx) and bit of what libraries choose their loops by.
    private static readonly (string Name, int Leaf, int Sub, int Register, int Bit)[] Bits =
    [
        ("fma", 1, 0, 2, 12), ("avx2", 7, 0, 1, 5), ("avx_vnni", 7, 1, 0, 4), ("avx512f", 7, 0, 1, 16), ("avx512dq", 7, 0, 1, 17),
        ("avx512bw", 7, 0, 1, 30), ("avx512vl", 7, 0, 1, 31), ("avx512_vnni", 7, 0, 2, 11), ("avx512_bf16", 7, 1, 0, 5),
        ("avx512_fp16", 7, 0, 3, 23), ("amx_tile", 7, 0, 3, 24), ("amx_bf16", 7, 0, 3, 22),
    ];

    /// <summary>Maker, family and model.</summary>
    public static string Name()
    {
        if (!X86Base.IsSupported)
        {
            return Unknown;
        }

        var (_, b, c, d) = X86Base.CpuId(0, 0);
        var maker = Encoding.ASCII.GetString(MemoryMarshal.AsBytes<int>([b, d, c]));
        var (signature, _, _, _) = X86Base.CpuId(1, 0);
        var family = ((signature >> 8) & 15) + ((signature >> 20) & 255);
        var model = ((signature >> 4) & 15) | ((signature >> 12) & 0xF0);
        return FormattableString.Invariant($"{maker} family {family} model {model}");
    }

    /// <summary>The vector instructions, from narrow to wide.</summary>
    public static string Instructions() => X86Base.IsSupported
        ? string.Join(' ', Bits.Where(bit => Has(bit.Leaf, bit.Sub, bit.Register, bit.Bit)).Select(bit => bit.Name))
        : Unknown;

    private static bool Has(int leaf, int sub, int register, int bit)
    {
        var (a, b, c, d) = X86Base.CpuId(leaf, sub);
        return (((ReadOnlySpan<int>)[a, b, c, d])[register] & (1 << bit)) != 0;
    }
}

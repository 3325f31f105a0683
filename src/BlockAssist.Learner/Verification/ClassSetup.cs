namespace BlockAssist.Learner.Verification;

/// <summary>How to start a process on this machine so that it computes as another class of device would.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Threads">How many threads it has.</param>
/// <param name="Environment">What its environment says besides.</param>
public sealed record ClassSetup(string Name, int Threads, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The classes that one machine can stand for; the first two again, to see that one class comes to the same bits.</summary>
    public static IReadOnlyList<ClassSetup> OfOneMachine { get; } =
    [
        Make("1 thread", 1),
        Make("2 threads", 2),
        Make("2 threads again", 2),
        Make("torch for AVX2", 1, ("ATEN_CPU_CAPABILITY", "avx2")),
        Make("torch without vectors", 1, ("ATEN_CPU_CAPABILITY", "default")),
        Make("oneDNN for AVX2", 1, ("ONEDNN_MAX_CPU_ISA", "AVX2")),
        Make("all for AVX2, MKL compatible", 1, ("ATEN_CPU_CAPABILITY", "avx2"), ("ONEDNN_MAX_CPU_ISA", "AVX2"), ("MKL_CBWR", "COMPATIBLE")),
    ];

    private static ClassSetup Make(string name, int threads, params (string Name, string Value)[] variables) =>
        new(name, threads, variables.ToDictionary(variable => variable.Name, variable => variable.Value));
}

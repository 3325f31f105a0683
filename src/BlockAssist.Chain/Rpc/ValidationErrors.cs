using System.Text.RegularExpressions;

namespace BlockAssist.Chain.Rpc;

/// <summary>What is meant by the codes with which EntryPoints refuse user operations, and by those of bundlers (ERC-7769).</summary>
internal static partial class ValidationErrors
{
    // Bundlers put these beside a code that means something else.
    private static readonly (string Part, ChainFault Fault)[] Texts =
    [
        ("already present in mempool", ChainFault.AlreadyKnown),
        ("already in the mempool", ChainFault.AlreadyKnown),
        ("replacement operation underpriced", ChainFault.ReplacementUnderpriced),
        ("replacement underpriced", ChainFault.ReplacementUnderpriced),
    ];

    private static readonly Dictionary<string, ChainFault> Codes = new(StringComparer.Ordinal)
    {
        ["AA10"] = ChainFault.Outdated, // The account is there by now.
        ["AA13"] = ChainFault.Reverted,
        ["AA14"] = ChainFault.Reverted,
        ["AA15"] = ChainFault.Reverted,
        ["AA20"] = ChainFault.Outdated, // The account is not there any more.
        ["AA21"] = ChainFault.InsufficientFunds,
        ["AA22"] = ChainFault.Outdated,
        ["AA23"] = ChainFault.Reverted,
        ["AA24"] = ChainFault.SignatureRefused,
        ["AA25"] = ChainFault.NonceTooLow,
        ["AA26"] = ChainFault.GasOutOfRange,
        ["AA30"] = ChainFault.NotSponsored,
        ["AA31"] = ChainFault.NotSponsored,
        ["AA32"] = ChainFault.Outdated,
        ["AA33"] = ChainFault.NotSponsored,
        ["AA34"] = ChainFault.NotSponsored,
        ["AA36"] = ChainFault.GasOutOfRange,
        ["AA40"] = ChainFault.GasOutOfRange,
        ["AA41"] = ChainFault.GasOutOfRange,
        ["AA50"] = ChainFault.Reverted,
        ["AA51"] = ChainFault.GasOutOfRange,
        ["AA94"] = ChainFault.GasOutOfRange,
        ["AA95"] = ChainFault.GasOutOfRange,
    };

    private static readonly Dictionary<int, ChainFault> Numbers = new()
    {
        [-32501] = ChainFault.NotSponsored,
        [-32503] = ChainFault.Outdated,
        [-32504] = ChainFault.NotSponsored,
        [-32505] = ChainFault.NotSponsored,
        [-32507] = ChainFault.SignatureRefused,
        [-32508] = ChainFault.NotSponsored,
        [-32521] = ChainFault.Reverted,
    };

    /// <summary>What is meant; null if nothing that has to do with user operations.</summary>
    public static ChainFault? FaultOf(int number, string text)
    {
        foreach (var (part, fault) in Texts)
        {
            if (text.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return fault;
            }
        }

        var code = Code().Match(text);
        return code.Success && Codes.TryGetValue(code.Value, out var told) ? told
            : Numbers.TryGetValue(number, out var meant) ? meant
            : null;
    }

    [GeneratedRegex(@"\bAA[0-9]{2}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}

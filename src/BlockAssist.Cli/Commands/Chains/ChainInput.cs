using System.CommandLine;
using BlockAssist.Chain.Values;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary>What several verbs of chains are told.</summary>
internal static class ChainInput
{
    private const int HighestFee = 1_000_000;

    /// <summary>Where a node is asked.</summary>
    public static Argument<string> Rpc()
    {
        var argument = new Argument<string>("URL") { Description = "Where a node of the chain is asked: http://… or https://…. A key in it is kept where only its owner reads it, and never shown." };
        argument.Validators.Add(result =>
        {
            // It may hold a key, and is not repeated.
            if (!Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            {
                result.AddError("that is no address of a node, expected http://… or https://…");
            }
        });
        return argument;
    }

    /// <summary>What gas may cost.</summary>
    public static Option<double> MaxGwei() => Running.Ranged.Option("--max-gwei", "What a unit of gas may cost at most, in gwei.", 100.0, (0.001, HighestFee));

    /// <summary>How deep counts as done.</summary>
    public static Option<int> Confirmations() =>
        Running.Ranged.Option("--confirmations", "How many blocks must be on the chain from a transaction's own on before it counts as done; 1 where blocks are never undone.", 5, (1, 1000));

    /// <summary>From where on the chain is read.</summary>
    public static Option<ulong> First() =>
        Running.Ranged.Option("--first-block", "The block from which on the contract is there, as chain deploy told it: what was before is not read.", 0UL, (0UL, ulong.MaxValue));

    /// <summary>An amount of money.</summary>
    public static Option<string> Ether(string name, string description, string usual)
    {
        var option = new Option<string>(name) { Description = description, HelpName = "ETHER", DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            try
            {
                Wei.ParseEther(result.GetValueOrDefault<string>() ?? "");
            }
            catch (ChainFormatException error)
            {
                result.AddError($"{name}: {error.Message}");
            }
        });
        return option;
    }

    /// <summary>Which contract.</summary>
    public static Option<string> Contract()
    {
        var option = new Option<string>("--contract") { Description = "Where the contract Contributions is.", HelpName = "0x…", Required = true };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !Address.TryParse(text, out _))
            {
                result.AddError($"'{text}' is no address of a contract, expected 0x and 40 hexadecimal digits (with mixed case its checksum must be right)");
            }
        });
        return option;
    }
}

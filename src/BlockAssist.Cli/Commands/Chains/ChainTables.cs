using System.Globalization;
using BlockAssist.Cli.Contributing;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands.Chains;

/// <summary>What people see of chains.</summary>
internal static class ChainTables
{
    /// <summary>A local chain.</summary>
    public static IRenderable OfLocal(LocalChainReport chain)
    {
        var table = Rows(("answers at", chain.Rpc), ("chain", $"{chain.ChainId}"), ("contract", chain.Contract), ("this node's account", chain.Account), ("admin, hub and verifier", chain.Hub));
        foreach (var (funded, i) in chain.Funded.Select((account, i) => (account, i)))
        {
            table.AddRow(i == 0 ? "other accounts" : "", funded);
        }

        return new Rows(table, new Text($"Use it from another home: blockassist chain use {chain.Rpc} --contract {chain.Contract}"), new Text("Ctrl+C ends it."));
    }

    /// <summary>Where contributions go, and how far they are.</summary>
    public static IRenderable Of(ChainReport chain)
    {
        var table = Rows(
            ("chain", chain.ChainId == 0 ? chain.Chain : $"{chain.Chain} ({chain.ChainId})"),
            ("contract", chain.ChainId == 0 ? "none yet" : chain.Contract),
            ("account", chain.Account is null ? "not known before the identity is opened once: blockassist chain send" : $"{chain.Account}{(chain.IsConfirmed is false ? ", which no verifier has confirmed yet" : "")}"),
            ("round", chain.Round switch { null => "cannot be asked now", 0 => "none yet", var round => $"{round}, {chain.Phase}" }),
            ("contributions", string.Create(CultureInfo.InvariantCulture, $"{chain.Landed} recorded, {chain.Sent} on their way, {chain.Queued} waiting")));
        if (!chain.IsFree)
        {
            table.AddRow("has", $"{chain.Balance} ether, and {chain.Owed} ether to withdraw");
        }

        if (chain.Trouble is { } trouble)
        {
            table.AddRow("in the way", Markup.Escape(trouble));
        }

        return table;
    }

    private static Table Rows(params IEnumerable<(string What, string Value)> rows)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        foreach (var (what, value) in rows)
        {
            table.AddRow(what, Markup.Escape(value));
        }

        return table;
    }
}

using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary>What people see of identities.</summary>
internal static class KeyTables
{
    private const int WordsAcross = 6;

    /// <summary>An identity.</summary>
    public static IRenderable Shown(KeyReport key)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        table.AddRow("name", Markup.Escape(key.Name));
        table.AddRow("id", key.Peer);
        table.AddRow("file", Markup.Escape(key.File));
        table.AddRow("opened by", key.Unlocking == "keyfile" ? "the key beside it: who can read both files has the identity" : "a passphrase");
        if (key.SetAside is { } aside)
        {
            table.AddRow("set aside", Markup.Escape(aside));
        }

        if (key.OpenToOthers)
        {
            table.AddRow("careful", "others on this machine may read it; chmod 600 mends that");
        }

        return table;
    }

    /// <summary>An identity that was just made.</summary>
    public static IRenderable Created(KeyWords key) =>
        new Rows(Shown(key.Identity), new Text("These words bring it back on any machine. Write them down where nobody else reads them:"), Words(key.Words));

    /// <summary>The words of an identity.</summary>
    public static IRenderable Exported(KeyWords key) =>
        new Rows(new Text($"The words of {key.Identity.Name}. Who reads them has the identity:"), Words(key.Words));

    private static Table Words(string words)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders();
        for (var i = 0; i < WordsAcross; i++)
        {
            table.AddColumn("");
        }

        foreach (var row in words.Split(' ').Select((word, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1,2} {word}")).Chunk(WordsAcross))
        {
            table.AddRow(row);
        }

        return table;
    }
}

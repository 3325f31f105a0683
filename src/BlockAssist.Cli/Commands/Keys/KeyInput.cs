using System.CommandLine;
using BlockAssist.Cli.Configuring;
using BlockAssist.Cli.Contributing;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary>Where the key verbs look, and from where they have passphrases: a file, the environment, or who is there.</summary>
internal static class KeyInput
{
    private const string FileOption = "--passphrase-file";
    private const string Variable = KnownVariables.Passphrase;
    private const int LongestPassphrase = 1024;

    /// <summary>A passphrase that is in a file.</summary>
    /// <param name="what">What the passphrase does.</param>
    public static Option<FileInfo?> PassphraseFile(string what) => new(FileOption)
    {
        Description = $"A file whose first line is the passphrase that {what}; otherwise {Variable}, or who is there is asked.",
        HelpName = "FILE",
    };

    /// <summary>The file of the node's identity, which may not be there yet.</summary>
    public static IdentityFile File(CommandContext context) => new(context.Home.Identity);

    /// <summary>The file of the node's identity.</summary>
    public static IdentityFile Existing(CommandContext context) => File(context) is { Exists: true } file
        ? file
        : throw new ForeseenException(
            $"this node has no identity yet: {context.Home.Identity} is absent", "Make one with blockassist key new, or bring one back with blockassist key import.");

    /// <summary>Opens an identity with what is given, or with what somebody knows.</summary>
    public static RecoveryPhrase Open(IdentityFile identity, FileInfo? passphraseFile, CommandContext context, CancellationToken cancellation)
    {
        if (identity.Read().Unlocking == Unlocking.KeyFile)
        {
            return identity.OpenWithKeyFile();
        }

        var passphrase = Given(passphraseFile, context.Surroundings)
            ?? context.Surroundings.AskSecret?.Invoke("Passphrase: ", cancellation)
            ?? throw new ForeseenException($"{identity.Path} is opened by a passphrase, and nobody is there to be asked", $"Give {FileOption}, or set {Variable}.");
        return identity.Open(passphrase);
    }

    /// <summary>Opens the node's identity, to act as it.</summary>
    public static PeerIdentity OpenIdentity(FileInfo? passphraseFile, CommandContext context, CancellationToken cancellation)
    {
        using var phrase = Open(Existing(context), passphraseFile, context, cancellation);
        return PeerIdentity.Of(phrase);
    }

    /// <summary>Opens the node's identity, to act as it among peers and on chains.</summary>
    public static NodeKeys OpenKeys(FileInfo? passphraseFile, CommandContext context, CancellationToken cancellation)
    {
        using var phrase = Open(Existing(context), passphraseFile, context, cancellation);
        var keys = NodeKeys.Of(phrase);
        KnownAccount.Note(context.Home, keys);
        return keys;
    }

    /// <summary>A passphrase for what is to be kept; null if there is to be none.</summary>
    public static string? NewPassphrase(FileInfo? file, CommandContext context, CancellationToken cancellation)
    {
        if (Given(file, context.Surroundings) is { } given)
        {
            return given;
        }

        if (context.Surroundings.AskSecret is not { } ask || ask("Passphrase (none if empty): ", cancellation) is not { Length: > 0 } first)
        {
            return null;
        }

        return ask("The same again: ", cancellation) == first
            ? first
            : throw new ForeseenException("the two passphrases differ; nothing was changed");
    }

    private static string? Given(FileInfo? file, Surroundings surroundings)
    {
        if (file is null)
        {
            return surroundings.Variable(Variable) is { Length: > 0 } named ? named : null;
        }

        using var reader = file.OpenText();
        var letters = new char[LongestPassphrase + 1];
        var text = new string(letters, 0, reader.ReadBlock(letters));
        return text.Split('\n')[0].TrimEnd('\r') is { Length: > 0 and <= LongestPassphrase } first
            ? first
            : throw new ForeseenException($"the first line of {file.FullName} is no passphrase", $"It has to have 1 to {LongestPassphrase} letters.");
    }
}

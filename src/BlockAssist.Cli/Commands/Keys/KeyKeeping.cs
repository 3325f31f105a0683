using System.CommandLine;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Commands.Keys;

/// <summary>The options of the verbs that keep an identity, and how they keep it.</summary>
internal sealed class KeyKeeping
{
    private readonly Option<FileInfo?> _passphraseFile = KeyInput.PassphraseFile("is to open the identity");

    private readonly Option<bool> _without = new("--without-passphrase")
    {
        Description = "Asks for no passphrase. The key then lies beside the identity: who can read both files has it.",
        Arity = ArgumentArity.Zero,
    };

    private readonly Option<bool> _replace = new("--replace")
    {
        Description = "Sets an identity that is there aside, under the name of its id; otherwise it is a mistake that there is one.",
        Arity = ArgumentArity.Zero,
    };

    /// <summary>Gives a verb the options.</summary>
    public void AddTo(Verb verb)
    {
        verb.Add(_passphraseFile);
        verb.Add(_without);
        verb.Add(_replace);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(_passphraseFile) is not null && result.GetResult(_without) is { Implicit: false })
            {
                result.AddError($"{_passphraseFile.Name} and {_without.Name} contradict each other");
            }
        });
    }

    /// <summary>Keeps a phrase as the identity of the node.</summary>
    public KeyReport Keep(RecoveryPhrase phrase, ParseResult parsed, CommandContext context, CancellationToken cancellation)
    {
        var file = KeyInput.File(context);
        using var identity = PeerIdentity.Of(phrase);
        var isInTheWay = file.Exists && file.Read().Peer != identity.Id;
        if (isInTheWay && !parsed.GetValue(_replace))
        {
            throw new ForeseenException(
                $"{file.Path} has the identity {PeerName.Of(file.Read().Peer)} already", $"Use it (blockassist key show), or set it aside with {_replace.Name}.");
        }

        // Asked before anything changes.
        var passphrase = parsed.GetValue(_without) ? null : KeyInput.NewPassphrase(parsed.GetValue(_passphraseFile), context, cancellation);
        var aside = isInTheWay ? file.SetAside() : null;
        if (passphrase is null)
        {
            file.SaveWithKeyFile(phrase);
        }
        else
        {
            file.Save(phrase, passphrase);
        }

        return KeyReport.Of(file) with { SetAside = aside };
    }
}

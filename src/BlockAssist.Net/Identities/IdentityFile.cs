using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Net.Identities;

/// <summary>Where a node keeps its recovery phrase: encrypted, and readable by its owner only.</summary>
/// <remarks>
/// A passphrase protects it from everybody who gets the file. A <see cref="KeyFile"/> instead of one lets a node start without a
/// person; it protects only where the two files are apart: in a backup or a synchronised folder that has but one of them. Who
/// can read both has the identity. What is written is there whole or not at all. The form is in docs/network.md.
/// </remarks>
/// <param name="path">The file; there need be none yet.</param>
public sealed class IdentityFile(string path)
{
    private const int MostBytes = 1 << 14;
    private const int KeyBytes = 32;
    private const string KeyAdvice = "Put its own key there again, or bring the identity back from its 24 words.";

    /// <summary>Where it is.</summary>
    public string Path { get; } = path;

    /// <summary>Where the key is that opens it without a passphrase: beside it, with the ending <c>.key</c>.</summary>
    public string KeyFile => System.IO.Path.ChangeExtension(Path, ".key");

    /// <summary>Whether there is one.</summary>
    public bool Exists => File.Exists(Path);

    /// <summary>Whether others than the owner may read the file or its key. On Windows the folder decides; there it is never said.</summary>
    public bool IsOpenToOthers => !OperatingSystem.IsWindows() && (IsOpen(Path) || (File.Exists(KeyFile) && IsOpen(KeyFile)));

    /// <summary>What it says without being opened.</summary>
    /// <exception cref="IdentityException">It is no identity file, or damaged.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public IdentityCard Read()
    {
        var document = ReadDocument();
        return PeerId.TryParse(document.Peer, out var peer)
            ? new IdentityCard(peer, document.Unlocking == IdentityDocument.ByKeyFile ? Unlocking.KeyFile : Unlocking.Passphrase)
            : throw Damaged();
    }

    /// <summary>Opens it with a passphrase.</summary>
    /// <exception cref="IdentityException">The passphrase is another one, or the file is not as it was written.</exception>
    public RecoveryPhrase Open(ReadOnlySpan<char> passphrase)
    {
        var document = ReadDocument();
        return document.Unlocking == IdentityDocument.ByPassphrase
            ? Decrypt(document, passphrase, () => new IdentityException($"{Path}: that is not its passphrase", "Try again; without it only the 24 words bring the identity back."))
            : throw new IdentityException($"{Path} is opened by the key file {KeyFile}, not by a passphrase");
    }

    /// <summary>Opens it with the key beside it.</summary>
    /// <exception cref="IdentityException">The key is absent or another one, or the file is not as it was written.</exception>
    public RecoveryPhrase OpenWithKeyFile()
    {
        var document = ReadDocument();
        return document.Unlocking == IdentityDocument.ByKeyFile
            ? Decrypt(document, ReadKey(), () => new IdentityException($"{KeyFile} is the key of another identity than {Path}", KeyAdvice))
            : throw new IdentityException($"{Path} is opened by a passphrase, not by a key file");
    }

    /// <summary>Writes it, to be opened with a passphrase.</summary>
    /// <param name="phrase">What to keep.</param>
    /// <param name="passphrase">Not empty. Its letters are taken as they come, in UTF-8.</param>
    /// <param name="cost">What a try of a passphrase costs; by default <see cref="StretchCost.Usual"/>.</param>
    /// <exception cref="IdentityException">There is another identity already.</exception>
    public void Save(RecoveryPhrase phrase, ReadOnlySpan<char> passphrase, StretchCost? cost = null)
    {
        if (passphrase.IsEmpty)
        {
            throw new ArgumentException("A passphrase has at least one letter.", nameof(passphrase));
        }

        Write(PhraseCipher.Encrypt(phrase, CardOf(phrase, Unlocking.Passphrase), passphrase, cost ?? StretchCost.Usual));
        File.Delete(KeyFile);
    }

    /// <summary>Writes it, to be opened with the random key beside it, which is made if there is none.</summary>
    /// <exception cref="IdentityException">There is another identity already.</exception>
    public void SaveWithKeyFile(RecoveryPhrase phrase)
    {
        var card = CardOf(phrase, Unlocking.KeyFile);

        // First the key: it opens nothing alone, but the file is of no use without it. The key of a
        // file that is there stays, so that a kill between the two leaves none whose key is gone.
        var key = Exists && File.Exists(KeyFile) ? ReadKey() : RandomNumberGenerator.GetHexString(2 * KeyBytes, lowercase: true);
        AtomicFile.WritePrivate(KeyFile, stream => stream.Write(Encoding.ASCII.GetBytes(key + "\n")));
        Write(PhraseCipher.Encrypt(phrase, card, key, StretchCost.Least));
    }

    /// <summary>Gives the file, and the key beside it, the name of its peer, so that there is room for another identity.</summary>
    /// <returns>Where the file is now.</returns>
    /// <exception cref="IdentityException">It is no identity file, or damaged.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public string SetAside()
    {
        var aside = new IdentityFile(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!, $"{Read().Peer}.json"));

        // First the key: one that stayed behind would be written over by that of the next identity.
        if (File.Exists(KeyFile))
        {
            File.Move(KeyFile, aside.KeyFile, overwrite: true);
        }

        File.Move(Path, aside.Path, overwrite: true);
        return aside.Path;
    }

    // An identity that nobody has written down is not overwritten.
    private IdentityCard CardOf(RecoveryPhrase phrase, Unlocking unlocking)
    {
        using var identity = PeerIdentity.Of(phrase);
        var card = new IdentityCard(identity.Id, unlocking);
        return !Exists || Read().Peer == card.Peer ? card : throw new IdentityException($"{Path} is of another identity, which would be lost");
    }

    private void Write(IdentityDocument document) => AtomicFile.WritePrivate(Path, stream =>
    {
        JsonSerializer.Serialize(stream, document, IdentityJson.Default.IdentityDocument);
        stream.WriteByte((byte)'\n');
    });

    private RecoveryPhrase Decrypt(IdentityDocument document, ReadOnlySpan<char> passphrase, Func<IdentityException> refusal)
    {
        RecoveryPhrase phrase;
        try
        {
            phrase = PhraseCipher.Decrypt(document, passphrase) ?? throw refusal();
        }
        catch (FormatException)
        {
            throw Damaged();
        }

        using var identity = PeerIdentity.Of(phrase);
        if (identity.Id.ToString() == document.Peer)
        {
            return phrase;
        }

        phrase.Dispose();
        throw Damaged();
    }

    private IdentityDocument ReadDocument()
    {
        var bytes = ReadBounded(Path);
        try
        {
            var start = JsonSerializer.Deserialize(bytes, IdentityJson.Default.IdentityStart);
            if (start is { Format: IdentityDocument.Name })
            {
                NewerVersionException.ThrowIfNewer(Path, "identity files", start.Version, IdentityDocument.Newest);
            }

            return JsonSerializer.Deserialize(bytes, IdentityJson.Default.IdentityDocument) is { Format: IdentityDocument.Name, Version: IdentityDocument.Newest, IsSound: true } document
                ? document
                : throw Damaged();
        }
        catch (JsonException)
        {
            // Its message may quote the file.
            throw Damaged();
        }
    }

    private string ReadKey()
    {
        if (!File.Exists(KeyFile))
        {
            throw new IdentityException($"{KeyFile} is absent, without which {Path} cannot be opened", KeyAdvice);
        }

        var key = Encoding.ASCII.GetString(ReadBounded(KeyFile)).TrimEnd();
        return key.Length == 2 * KeyBytes && key.All(char.IsAsciiHexDigitLower)
            ? key
            : throw new IdentityException($"{KeyFile} is damaged: expected {2 * KeyBytes} hexadecimal digits", KeyAdvice);
    }

    private static byte[] ReadBounded(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[MostBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= MostBytes ? bytes[..count] : throw new IdentityException($"{file} is larger than {MostBytes} bytes: no file of an identity");
    }

    private IdentityException Damaged() => new($"{Path} is damaged, or no identity file", "Put a sound copy there, or bring the identity back from its 24 words.");

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool IsOpen(string file) =>
        (File.GetUnixFileMode(file) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)) != 0;
}

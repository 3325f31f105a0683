using System.Text;
using BlockAssist.Cli.Running;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Tests.Running;

/// <summary>The secrets of a home that opens without a passphrase, in every form in which they could have got out.</summary>
internal sealed class HomeSecrets
{
    private const int KeyBytes = 32;
    private const int WordsInARow = 4;

    private static readonly string[] Labels = ["blockassist/peer/1", "blockassist/account/1"];

    private readonly NodeHome _home;
    private readonly List<byte[]> _forms;

    public HomeSecrets(NodeHome home)
    {
        var identity = new IdentityFile(home.Identity);
        using var phrase = identity.OpenWithKeyFile();
        (_home, _forms) = (home, [.. Labels.SelectMany(label => FormsOf(KeyFor(phrase, label))), .. FormsOf(Convert.FromHexString(File.ReadAllText(identity.KeyFile).Trim()))]);
        var words = phrase.Reveal().Split(' ')[..WordsInARow];
        _forms.AddRange(((string[])[" ", "\n", ",", "\",\""]).Select(between => Encoding.ASCII.GetBytes(string.Join(between, words))));
    }

    /// <summary>The files in a folder, but for those of the identity itself, that have one of them in it.</summary>
    public IReadOnlyList<string> FilesIn(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => file != _home.Identity && file != new IdentityFile(_home.Identity).KeyFile && IsIn(File.ReadAllBytes(file))),
    ];

    /// <summary>Whether one of them is in what was said.</summary>
    public bool IsIn(string said) => IsIn(Encoding.UTF8.GetBytes(said));

    private bool IsIn(byte[] bytes) => _forms.Exists(form => bytes.AsSpan().IndexOf(form) >= 0);

    private static byte[] KeyFor(RecoveryPhrase phrase, string label)
    {
        var key = new byte[KeyBytes];
        phrase.DeriveKey(label, key);
        return key;
    }

    private static IEnumerable<byte[]> FormsOf(byte[] key) =>
    [
        key, .. ((string[])[Convert.ToHexStringLower(key), Convert.ToHexString(key), Convert.ToBase64String(key).TrimEnd('='), System.Buffers.Text.Base64Url.EncodeToString(key)]).Select(Encoding.ASCII.GetBytes),
    ];
}

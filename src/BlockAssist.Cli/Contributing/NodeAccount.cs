using System.Security.Cryptography;
using BlockAssist.Chain.Signing;
using BlockAssist.Net.Identities;

namespace BlockAssist.Cli.Contributing;

/// <summary>The account of a node on chains: made from its 24 words, like its identity among peers, so that there is one thing to write down.</summary>
internal static class NodeAccount
{
    private const string Label = "blockassist/account/1";

    /// <summary>The account that a recovery phrase stands for.</summary>
    public static LocalSigner Of(RecoveryPhrase phrase)
    {
        Span<byte> secret = stackalloc byte[LocalSigner.SecretBytes];
        try
        {
            phrase.DeriveKey(Label, secret);
            return LocalSigner.Of(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }
}

using System.Globalization;
using System.Text;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.TypedData;

/// <summary>Messages that a person signs with a wallet (EIP-191, version 0x45): never to be taken for a transaction.</summary>
public static class PersonalMessage
{
    /// <summary>What is signed for bytes.</summary>
    public static Hash32 HashOf(ReadOnlySpan<byte> message)
    {
        var before = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\u0019Ethereum Signed Message:\n{message.Length}"));
        return Keccak256.Of((byte[])[.. before, .. message]);
    }

    /// <summary>What is signed for a text, in UTF-8.</summary>
    public static Hash32 HashOf(string message) => HashOf(Encoding.UTF8.GetBytes(message));
}

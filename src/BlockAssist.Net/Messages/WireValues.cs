using BlockAssist.Net.Blobs;
using BlockAssist.Net.Identities;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>Peers, digests, addresses and times as they stand in messages, and back.</summary>
/// <remarks>Messages may be anybody's. What reads them throws <see cref="FormatException"/>, which <see cref="MessageReading"/> catches.</remarks>
internal static class WireValues
{
    private const int LongestName = 512;

    public static ByteString ToWire(this PeerId peer)
    {
        Span<byte> bytes = stackalloc byte[PeerId.Bytes];
        peer.CopyTo(bytes);
        return ByteString.CopyFrom(bytes);
    }

    public static ByteString ToWire(this Digest digest)
    {
        Span<byte> bytes = stackalloc byte[Digest.Bytes];
        digest.CopyTo(bytes);
        return ByteString.CopyFrom(bytes);
    }

    public static ByteString ToWire(this BlobId blob) => blob.Digest.ToWire();

    public static ulong ToWire(this DateTimeOffset time) => (ulong)time.ToUnixTimeMilliseconds();

    public static PeerId ToPeer(this ByteString bytes) => new(Exactly(bytes, PeerId.Bytes));

    public static Digest ToDigest(this ByteString bytes) => new(Exactly(bytes, Digest.Bytes));

    public static BlobId ToBlob(this ByteString bytes) => new(bytes.ToDigest());

    public static DateTimeOffset ToTime(this ulong milliseconds) =>
        milliseconds <= (ulong)DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : throw new FormatException($"{milliseconds} ms is no time");

    public static int ToCount(this uint number) => number <= int.MaxValue ? (int)number : throw new FormatException($"{number} is no number of something");

    public static long ToCount(this ulong number) => number <= long.MaxValue ? (long)number : throw new FormatException($"{number} is no number of something");

    public static double ToNumber(this double number) => double.IsFinite(number) ? number : throw new FormatException($"{number} is no number");

    public static string ToName(this string text) =>
        text.Length <= LongestName && !text.Any(char.IsControl) ? text : throw new FormatException("a name without an end or with strange letters");

    public static T ToEnum<T>(this uint number)
        where T : struct, Enum =>
        number <= int.MaxValue && Enum.IsDefined((T)Enum.ToObject(typeof(T), (int)number)) ? (T)Enum.ToObject(typeof(T), (int)number) : throw new FormatException($"{number} is no {typeof(T).Name}");

    public static T Needed<T>(this T? part)
        where T : class, IMessage<T> => part ?? throw new FormatException($"a {typeof(T).Name} is missing");

    private static ReadOnlySpan<byte> Exactly(ByteString bytes, int count) =>
        bytes.Length == count ? bytes.Span : throw new FormatException($"{bytes.Length} bytes, expected {count}");
}

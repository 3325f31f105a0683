using System.Text;

namespace BlockAssist.Fuzzing.Targets;

/// <summary>A request as bytes on a line: taken apart leniently, so that what a server would refuse at once is rare.</summary>
/// <param name="Method">What is to be done.</param>
/// <param name="Path">With what, decoded.</param>
/// <param name="Query">What stands behind the question mark, with it.</param>
/// <param name="Headers">Names and values.</param>
/// <param name="Body">The rest.</param>
internal sealed record HttpText(string Method, string Path, string Query, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The bytes of a request.</summary>
    public static byte[] Of(string method, string target, string headers = "", ReadOnlySpan<byte> body = default) =>
        [.. Encoding.Latin1.GetBytes($"{method} {target} HTTP/1.1\r\nHost: localhost\r\n{headers}Content-Length: {body.Length}\r\n\r\n"), .. body];

    /// <summary>A request in bytes; null if its first line is none.</summary>
    public static HttpText? Read(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.Latin1.GetString(bytes.AsSpan(0, end < 0 ? bytes.Length : end)).Split("\r\n");
        if (lines[0].Split(' ') is not [{ Length: > 0 } method, ['/', ..] target, "HTTP/1.1"])
        {
            return null;
        }

        var query = target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? at : target.Length;
        return new HttpText(
            method,
            Uri.UnescapeDataString(target[..query]),
            target[query..],
            [.. lines.Skip(1).Select(line => line.Split(": ", 2)).Where(parts => parts.Length == 2 && parts[0].Length > 0).Select(parts => KeyValuePair.Create(parts[0], parts[1]))],
            end < 0 ? [] : bytes[(end + 4)..]);
    }
}

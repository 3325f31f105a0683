using System.Diagnostics;
using System.Globalization;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Envelopes.Wire;
using BlockAssist.Net.Identities;

namespace BlockAssist.Net.Tests.Envelopes;

/// <summary>How many envelopes a core takes or refuses a second, beside a receiver that parses all and verifies first. Only when asked for.</summary>
public sealed class EnvelopeFigures(ITestOutputHelper output)
{
    private const double Seconds = 1;
    private const int Made = 4096;

    private static readonly EnvelopeKind Unknown = new(9);

    [Fact(Explicit = true)]
    public void How_many_a_second()
    {
        using var ada = Some.Peer(1);
        var clock = Some.Clock();
        var body = new byte[512];
        var writer = Some.Writer(ada, clock);
        var envelopes = Enumerable.Range(0, Made).Select(_ => writer.Write(Some.Beat, 1, body)).ToArray();
        var late = Some.Writer(ada, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Some.Noon.AddHours(-1))).Write(Some.Beat, 1, body);
        var foreign = new EnvelopeWriter(ada, new NetworkId("forest"), Some.Limits, clock).Write(Some.Beat, 1, body);
        var forged = envelopes[0].ToArray();
        forged[^1] ^= 1;

        output.WriteLine("| envelope of a 512-byte body | a second | parse all, verify first |");
        output.WriteLine("|---|---|---|");
        Row("made and signed", Rate(_ => writer.Write(Some.Beat, 1, body)), null);
        var gate = Some.Gate(clock);
        Row("taken", Rate(i => (i % Made == 0 ? gate = Some.Gate(clock) : gate).TryTake(envelopes[i % Made], out _, out _)), Rate(i => Plain(envelopes[i % Made])));
        gate = Some.Gate(clock);
        Row("forged", Rate(i => gate.TryTake(forged, out _, out _)), Rate(_ => Plain(forged)));
        gate.TryTake(envelopes[^1], out _, out _);
        Row("replayed", Rate(i => gate.TryTake(envelopes[i % Made], out _, out _)), Rate(i => Plain(envelopes[i % Made])));
        var closed = Some.Gate(clock, _ => SenderStanding.Unknown);
        Row("unknown sender", Rate(i => closed.TryTake(envelopes[i % Made], out _, out _)), Rate(i => Plain(envelopes[i % Made])));
        Row("an hour late", Rate(i => gate.TryTake(late, out _, out _)), Rate(_ => Plain(late)));
        Row("of another network", Rate(i => gate.TryTake(foreign, out _, out _)), Rate(_ => Plain(foreign)));
        var noise = Enumerable.Range(0, 700).Select(i => (byte)(i * 151)).ToArray();
        Row("noise", Rate(i => gate.TryTake(noise, out _, out _)), null);
        var huge = new byte[1 << 20];
        Row("oversize", Rate(i => gate.TryTake(huge, out _, out _)), null);
    }

    // What a receiver does that has not thought about it: the usual parser, the signature, and only then who and when.
    private static bool Plain(byte[] bytes)
    {
        var envelope = SignedEnvelope.Parser.ParseFrom(bytes);
        var header = Header.Parser.ParseFrom(envelope.Header);
        return new PeerId(header.Sender.Span).HasSigned(Digest.Of("swarm/1", bytes.AsSpan(..^66)), envelope.Signature.Span) && header.Kind != Unknown.Number;
    }

    private static double Rate(Action<int> work)
    {
        for (var i = 0; i < 200; i++)
        {
            work(i);
        }

        var clock = Stopwatch.StartNew();
        var count = 0;
        for (; count % 64 != 0 || clock.Elapsed.TotalSeconds < Seconds; count++)
        {
            work(count);
        }

        return count / clock.Elapsed.TotalSeconds;
    }

    private void Row(string what, double rate, double? plain) => output.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"| {what} | {rate:N0} | {(plain is { } other ? other.ToString("N0", CultureInfo.InvariantCulture) : "–")} |"));
}

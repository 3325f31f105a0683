using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Envelopes.Wire;
using BlockAssist.Net.Identities;
using CsCheck;
using Google.Protobuf;

namespace BlockAssist.Net.Tests.Envelopes;

/// <summary>Ours and the code that protoc makes of envelope.proto write the same and read the same.</summary>
public sealed class EnvelopeFormatTests : IDisposable
{
    private readonly PeerIdentity _ada = Some.Peer(1);

    public void Dispose() => _ada.Dispose();

    [Fact]
    public void The_usual_reader_reads_what_we_write_and_writes_the_same_again() =>
        Gen.Select(Gen.ULong, Gen.Byte.Array[0, 300]).Sample((round, body) =>
        {
            var bytes = Some.Writer(_ada, Some.Clock()).Write(Some.Beat, round, body);

            var envelope = SignedEnvelope.Parser.ParseFrom(bytes);
            var header = Header.Parser.ParseFrom(envelope.Header);

            Assert.Equal((1U, "garden", 1U, round), (header.Version, header.NetId, header.Kind, header.Round));
            Assert.Equal((ulong)Some.Noon.ToUnixTimeMilliseconds(), header.UtcMs);
            Assert.Equal(_ada.Id, new PeerId(header.Sender.Span));
            Assert.Equal(body, envelope.Body.ToByteArray());
            Assert.Equal(header.ToByteArray(), envelope.Header.ToByteArray());
            Assert.Equal(bytes, envelope.ToByteArray());
        });

    [Fact]
    public void What_the_usual_writer_writes_is_taken()
    {
        var header = SomeHeader();

        var taken = Some.Gate(Some.Clock()).Takes(Signed(header.ToByteArray(), [1, 2, 3]));

        Assert.Equal((header.Seq, header.Round), (taken.Seq, taken.Round));
    }

    // What protobuf allows besides, and a reader that is not strict would take: one meaning in two forms.
    public static TheoryData<string, byte[]> OtherForms()
    {
        using var ada = Some.Peer(1);
        var good = SomeHeader(ada.Id).ToByteArray();
        return new()
        {
            { "a field that nobody knows", [.. good, 0x48, 0x01] },
            { "the last field twice", [.. good, .. good[^34..]] },
            { "the first field twice", [0x08, 0x01, .. good] },
            { "a longer number than need be", [0x08, 0x81, 0x00, .. good[2..]] },
            { "fields in another order", [.. good[2..], .. good[..2]] },
            { "a default that is written", [.. good[..12], 0x20, 0x00, .. good[14..]] },
        };
    }

    [Theory]
    [MemberData(nameof(OtherForms))]
    public void There_is_one_form_of_a_header(string what, byte[] header)
    {
        Assert.NotEmpty(what);
        Assert.Equal(RefusalReason.NotAnEnvelope, Some.Gate(Some.Clock()).Refuses(Signed(header, [1, 2, 3])).Reason);
    }

    [Theory]
    [InlineData("version")]
    [InlineData("net_id")]
    [InlineData("kind")]
    [InlineData("seq")]
    [InlineData("utc_ms")]
    [InlineData("sender")]
    [InlineData("prev")]
    public void Every_field_but_the_round_must_be_there(string field)
    {
        var header = SomeHeader();
        Header.Descriptor.FindFieldByName(field).Accessor.Clear(header);

        Assert.Equal(RefusalReason.NotAnEnvelope, Some.Gate(Some.Clock()).Refuses(Signed(header.ToByteArray(), [])).Reason);
    }

    [Fact]
    public void The_round_and_the_body_may_be_absent()
    {
        var header = SomeHeader();
        header.Round = 0;

        var taken = Some.Gate(Some.Clock()).Takes(Signed(header.ToByteArray(), []));

        Assert.Equal((0UL, 0), (taken.Round, taken.Body.Length));
    }

    [Fact]
    public void Where_header_and_body_part_is_signed_too()
    {
        // The same bytes in a row, parted elsewhere: signed as they follow each other, both would have one signature.
        var header = SomeHeader().ToByteArray();
        var bytes = Signed(header, [1, 2, 3, 4]);
        byte[] moved = [0x0A, (byte)(header.Length + 1), .. header, 1, 0x12, 3, 2, 3, 4, .. bytes[^66..]];

        Assert.Equal(bytes.Length, moved.Length);
        Some.Gate(Some.Clock()).Refuses(moved);
        Some.Gate(Some.Clock()).Takes(bytes);
    }

    private Header SomeHeader() => SomeHeader(_ada.Id);

    private static Header SomeHeader(PeerId sender)
    {
        var key = new byte[PeerId.Bytes];
        sender.CopyTo(key);
        return new Header
        {
            Version = 1,
            NetId = "garden",
            Kind = 1,
            Round = 5,
            Seq = 77,
            UtcMs = (ulong)Some.Noon.ToUnixTimeMilliseconds(),
            Sender = ByteString.CopyFrom(key),
            Prev = ByteString.CopyFrom(new byte[Digest.Bytes]),
        };
    }

    private byte[] Signed(byte[] header, byte[] body)
    {
        var envelope = new SignedEnvelope { Header = ByteString.CopyFrom(header), Body = ByteString.CopyFrom(body) };
        var signature = new byte[PeerIdentity.SignatureBytes];
        _ada.Sign(Digest.Of("swarm/1", envelope.ToByteArray()), signature);
        envelope.Signature = ByteString.CopyFrom(signature);
        return envelope.ToByteArray();
    }
}

using BlockAssist.Net.Rounds;
using BlockAssist.Simulation.Episodes.Screening;
using Google.Protobuf;

namespace BlockAssist.Net.Messages;

/// <summary>Play that was seen in a message, and back.</summary>
internal static class PlayParts
{
    public static Wire.Play ToWire(this PlaySeen play) => new()
    {
        File = play.File.ToWire(),
        Builder = (uint)play.Builder,
        Built = (uint)play.Built,
        Persons = play.IsPersons,
        Print = play.Print.ToWire(),
    };

    public static PlaySeen ToPlay(this Wire.Play play) =>
        new(play.File.ToDigest(), play.Builder.ToCount(), play.Built.ToCount(), play.Persons, play.Print.ToPrint());

    public static IReadOnlyList<PlaySeen> ToSeen(this IReadOnlyCollection<Wire.Play> play) =>
        play.Count <= PlaySeen.MostOfFinding ? [.. play.Select(ToPlay)] : throw new FormatException($"{play.Count} demonstrations, expected {PlaySeen.MostOfFinding} at most");

    public static Wire.CountedPlay ToWire(this CountedPlay counted) => new() { Peer = counted.Peer.ToWire(), Play = counted.Play.ToWire() };

    public static CountedPlay ToCounted(this Wire.CountedPlay counted) => new(counted.Peer.ToPeer(), counted.Play.Needed().ToPlay());

    public static ByteString ToWire(this PlayPrint? print) => print is null ? ByteString.Empty : ByteString.CopyFrom(print.ToBytes());

    public static PlayPrint? ToPrint(this ByteString bytes) => bytes.Length switch
    {
        0 => null,
        PlayPrint.Bytes => PlayPrint.FromBytes(bytes.Span),
        _ => throw new FormatException($"a print of {bytes.Length} bytes, expected {PlayPrint.Bytes}"),
    };
}

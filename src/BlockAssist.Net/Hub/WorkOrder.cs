using BlockAssist.Net.Blobs;
using BlockAssist.Net.Envelopes;
using BlockAssist.Net.Messages;
using BlockAssist.Net.Rounds;
using BlockAssist.Net.Work;
using Google.Protobuf;
using Wire = BlockAssist.Net.Messages.Wire;

namespace BlockAssist.Net.Hub;

/// <summary>Something that a hub has to do itself, or has done by a worker.</summary>
/// <param name="Token">What to answer with.</param>
/// <param name="Round">In which round.</param>
/// <param name="Kind">The kind of the answer: a screening, a ruling, a merging, a gating or a valuing.</param>
/// <param name="Base">The model that the round began with.</param>
/// <param name="Candidate">The model that is to be tried; of no meaning otherwise.</param>
/// <param name="Updates">The updates, and how much each counts; or the clips that are to be valued.</param>
/// <param name="Older">Older models of the same line, which a candidate may not be worse than.</param>
internal sealed record WorkOrder(
    string Token, ulong Round, EnvelopeKind Kind, BlobId Base, BlobId Candidate, IReadOnlyList<WorkUpdate> Updates, IReadOnlyList<BlobId> Older)
{
    // A candidate is compared with the model of three promotions ago, and of ten.
    private static readonly int[] Back = [3, 10];

    /// <summary>How all train in the round.</summary>
    public BlobId Recipe { get; init; }

    /// <summary>What is to be decided in a dispute; null for other work.</summary>
    public Judge? Case { get; init; }

    /// <summary>The momentum of the base, for a merge; null where it is in the base's own file, or there is none.</summary>
    public BlobId? Momentum { get; init; }

    /// <summary>What everybody has who takes part in the round, as files.</summary>
    public async Task<RoundFiles> FilesAsync(IBlobShelf blobs, CancellationToken cancellation) => new(
        await blobs.FileOfAsync(Base, cancellation).ConfigureAwait(false), await blobs.FileOfAsync(Recipe, cancellation).ConfigureAwait(false));

    /// <summary>The kind of the answer to what a round wants; null if it wants nothing of its hub.</summary>
    public static EnvelopeKind? AnswerTo(RoundCommand? work) => work switch
    {
        Screen => MessageKinds.Screening,
        Judge => MessageKinds.Ruling,
        Merge => MessageKinds.Merging,
        Gate => MessageKinds.Gating,
        Value => MessageKinds.Valuing,
        _ => null,
    };

    /// <summary>The older models of a round's line that a candidate is compared with.</summary>
    public static IEnumerable<BlobId> OlderOf(RoundOpening opening) => Back.Where(back => back < opening.Lineage.Count).Select(back => opening.Lineage[^(back + 1)]);

    /// <summary>Writes what a round wants as <c>Work</c>.</summary>
    public static byte[] Write(RoundCommand work, RoundOpening opening, string token)
    {
        var wire = new Wire.Work { Token = token, Round = opening.Terms.Number, Kind = AnswerTo(work)!.Value.Number, Base = opening.Terms.Base.ToWire(), Recipe = opening.Terms.Recipe.ToWire() };
        switch (work)
        {
            case Screen screen:
                wire.Updates.Add(screen.Updates.Select(one => new Wire.WorkUpdate
                {
                    Peer = one.Peer.ToWire(),
                    Update = one.Update.ToWire(),
                    Weight = one.SetsLength ? 1 : 0,
                    Segments = (uint)one.Segments,
                }));
                break;
            case Judge judge:
                wire.Case = judge.ToWire();
                break;
            case Merge merge:
                wire.Momentum = opening.MomentumOf(opening.Terms.Base)?.ToWire() ?? ByteString.Empty;
                wire.Updates.Add(merge.Updates.Select(one => new Wire.WorkUpdate { Peer = one.Peer.ToWire(), Update = one.Update.ToWire(), Weight = one.Weight }));
                break;
            case Gate gate:
                wire.Candidate = gate.Candidate.ToWire();
                wire.Older.Add(OlderOf(opening).Select(model => model.ToWire()));
                break;
            case Value value:
                wire.Updates.Add(value.Clips.Select(clip => new Wire.WorkUpdate { Peer = value.Peer.ToWire(), Update = clip.ToWire() }));
                break;
            default:
                throw new ArgumentException($"{work.GetType().Name} is no work of a hub", nameof(work));
        }

        return wire.ToByteArray();
    }

    /// <summary>Reads a <c>Work</c>; null if it is none.</summary>
    public static WorkOrder? Read(ReadOnlySpan<byte> bytes) => MessageReading.TryRead(Wire.Work.Parser, bytes, work => new WorkOrder(
        work.Token,
        work.Round,
        new EnvelopeKind(work.Kind),
        work.Base.ToBlob(),
        work.Candidate.IsEmpty ? default : work.Candidate.ToBlob(),
        [.. work.Updates.Select(one => new WorkUpdate(one.Peer.ToPeer(), one.Update.ToBlob(), one.Weight.ToNumber(), one.Segments.ToCount()))],
        [.. work.Older.Select(model => model.ToBlob())])
    {
        Recipe = work.Recipe.IsEmpty ? default : work.Recipe.ToBlob(),
        Case = work.Case?.ToJudge(),
        Momentum = work.Momentum.IsEmpty ? null : work.Momentum.ToBlob(),
    });
}

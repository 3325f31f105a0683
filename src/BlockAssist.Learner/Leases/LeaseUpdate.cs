using BlockAssist.Learner.Training;
using BlockAssist.Learner.Updates;

namespace BlockAssist.Learner.Leases;

/// <summary>The update that a trained lease comes to. The same states give the same bytes, so a verifier makes it again.</summary>
public static class LeaseUpdate
{
    private static readonly UpdateOptions Form = new(UpdateFormat.I8);

    /// <summary>The bytes of an update: signed bytes, 256 to a scale, packed where that is shorter.</summary>
    /// <param name="start">What all begin with.</param>
    /// <param name="end">Where the lease has come to.</param>
    public static byte[] Of(LeaseBase start, TrainingMoment end)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(end);
        using var codec = new UpdateCodec();
        return codec.Encode(end.ChangeSince(start.Moment()), Form, start.Hash);
    }
}

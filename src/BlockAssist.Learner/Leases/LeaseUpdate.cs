using System.Numerics.Tensors;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Updates;

namespace BlockAssist.Learner.Leases;

/// <summary>The update that a trained lease comes to. The same states give the same bytes, so a verifier makes it again.</summary>
public static class LeaseUpdate
{
    private static readonly UpdateOptions Form = new(UpdateFormat.I8);

    /// <summary>The bytes of an update: signed bytes, 256 to a scale, packed where that is shorter.</summary>
    /// <param name="start">What all begin with.</param>
    /// <param name="end">Where the lease has come to.</param>
    public static byte[] Of(LeaseBase start, LeaseMoment end)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(end);
        using var codec = new UpdateCodec();
        return codec.Encode(ChangeOf(start, end), Form, start.Hash);
    }

    /// <summary>Whether an update of anybody's says the very numbers that <see cref="Of"/> would.</summary>
    /// <remarks>Numbers are compared, not bytes: they decide what is merged, and another version of zstd may pack them in another way.</remarks>
    /// <param name="start">What all begin with.</param>
    /// <param name="end">Where the lease has come to.</param>
    /// <param name="update">The bytes of the update.</param>
    /// <exception cref="ArtifactFormatException">It is no update of that base.</exception>
    internal static bool Is(LeaseBase start, LeaseMoment end, ReadOnlySpan<byte> update)
    {
        var change = ChangeOf(start, end);
        if (!UpdateCodec.Holds(change))
        {
            return false;
        }

        using var codec = new UpdateCodec();
        var (sent, made) = (new float[start.Weights.Length], new float[start.Weights.Length]);
        codec.Decode(update, sent, start.Hash, "the update");
        codec.Decode(codec.Encode(change, Form, start.Hash), made, start.Hash, "our own update");
        return sent.AsSpan().SequenceEqual(made);
    }

    /// <summary>What was added to each weight; a critic, which comes after them, is no part of an update.</summary>
    private static float[] ChangeOf(LeaseBase start, LeaseMoment end)
    {
        var change = new float[start.Weights.Length];
        TensorPrimitives.Subtract(end.Training.Weights.AsSpan(0, change.Length), start.Weights, change);
        return change;
    }
}

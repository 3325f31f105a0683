using System.Numerics.Tensors;

namespace BlockAssist.Learner.Updates;

/// <summary>Keeps what an update lost on its way into bytes, and sends it along with the next one.</summary>
/// <remarks>
/// So the receiver's sum of many updates is off by what the last one lost, not by what all lost (Seide et al. 2014, "1-Bit
/// Stochastic Gradient Descent"; Karimireddy et al. 2019, "Error Feedback Fixes SignSGD"). Belongs to one thread.
/// </remarks>
public sealed class ErrorFeedback
{
    private readonly float[] _sent;
    private float[] _residual;
    private float[] _lost;
    private bool _isWaiting;

    /// <summary>Nothing lost yet, for a row of <paramref name="count"/> numbers.</summary>
    public ErrorFeedback(int count) => (_residual, _lost, _sent) = (new float[count], new float[count], new float[count]);

    /// <summary>Goes on with what was lost before.</summary>
    public ErrorFeedback(ReadOnlySpan<float> residual)
        : this(residual.Length) => residual.CopyTo(_residual);

    /// <summary>What is still to be sent; to be kept where the sender may stop and go on.</summary>
    public ReadOnlySpan<float> Residual => _residual;

    /// <summary>Writes a change together with all that was lost before.</summary>
    /// <returns>The update. It counts as sent once <see cref="Delivered"/> is called; until then the next one starts where this one did.</returns>
    public byte[] Encode(UpdateCodec codec, ReadOnlySpan<float> change, UpdateOptions options, string baseHash)
    {
        ArgumentNullException.ThrowIfNull(codec);
        ArgumentOutOfRangeException.ThrowIfNotEqual(change.Length, _residual.Length);
        TensorPrimitives.Add(change, _residual, _lost);
        var update = codec.Encode(_lost, options, baseHash);
        codec.Decode(update, _sent, baseHash, "own update");
        TensorPrimitives.Subtract(_lost, _sent, _lost);
        _isWaiting = true;
        return update;
    }

    /// <summary>The last update reached the others: what it lost is what is still to be sent.</summary>
    public void Delivered()
    {
        if (!_isWaiting)
        {
            throw new InvalidOperationException("No update waits for its delivery.");
        }

        (_residual, _lost, _isWaiting) = (_lost, _residual, false);
    }
}

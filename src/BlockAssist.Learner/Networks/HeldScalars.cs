using TorchSharp;

namespace BlockAssist.Learner.Networks;

/// <summary>Numbers that are given to torch, held until it has surely read them.</summary>
/// <remarks>
/// TorchSharp 0.107 converts a number that is given to an operation into an object, takes the address of what that object
/// owns and forgets the object: a garbage collection at that moment frees what the operation is about to read. So numbers
/// go to operations on tensors through here, never as they are; sums of tensors by <see cref="TensorSums"/>. The factor of
/// <c>add_</c> is such a number too: left out, TorchSharp converts a 1 of its own.
/// </remarks>
internal sealed class HeldScalars : IDisposable
{
    private readonly List<Scalar> _held = [];

    /// <summary>A number for torch.</summary>
    public Scalar Of(double number)
    {
        _held.Add(number.ToScalar());
        return _held[^1];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var scalar in _held)
        {
            scalar.Dispose();
        }
    }
}

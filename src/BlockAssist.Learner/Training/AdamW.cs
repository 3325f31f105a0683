using BlockAssist.Learner.Networks;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Training;

/// <summary>AdamW (Loshchilov and Hutter, "Decoupled Weight Decay Regularization", 2019) over one row of weights.</summary>
/// <remarks>Over a row it is a handful of operations a step, and its state is two more rows, which a checkpoint keeps as they are.</remarks>
public sealed class AdamW : IDisposable
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99;
    private const double Epsilon = 1e-8;

    private readonly Tensor _row;
    private readonly double _decay;

    /// <summary>An optimizer that has not seen a gradient.</summary>
    /// <param name="row">The weights.</param>
    /// <param name="decay">What share of a weight a step at rate 1 takes away.</param>
    public AdamW(Tensor row, double decay)
    {
        (_row, _decay) = (row, decay);
        Mean = zeros_like(row, requires_grad: false).DetachFromDisposeScope();
        Square = zeros_like(row, requires_grad: false).DetachFromDisposeScope();
    }

    /// <summary>The running mean of the gradient.</summary>
    public Tensor Mean { get; }

    /// <summary>The running mean of its square.</summary>
    public Tensor Square { get; }

    /// <summary>How many steps were made.</summary>
    public int Steps { get; set; }

    /// <summary>Makes one step along the gradient that is in the row.</summary>
    /// <param name="rate">The learning rate.</param>
    /// <param name="clip">How long the gradient may be; a longer one is shortened.</param>
    /// <returns>How long it was.</returns>
    /// <exception cref="TrainingException">The gradient is not made of numbers; nothing was changed.</exception>
    public double Step(double rate, double clip)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        using var numbers = new HeldScalars();
        var gradient = _row.grad!;
        var norm = gradient.norm().Number();
        if (!float.IsFinite(norm))
        {
            throw new TrainingException($"optimizer step {Steps}: the gradient's length is {norm}, expected a number");
        }

        Steps++;
        if (norm > clip)
        {
            gradient.mul_(numbers.Of(clip / norm));
        }

        Mean.mul_(numbers.Of(Beta1)).add_(gradient, numbers.Of(1 - Beta1));
        Square.mul_(numbers.Of(Beta2)).addcmul_(gradient, gradient, numbers.Of(1 - Beta2));
        var scale = Square.div(numbers.Of(1 - Math.Pow(Beta2, Steps))).sqrt_().add_(numbers.Of(Epsilon), numbers.Of(1));
        _row.mul_(numbers.Of(1 - (rate * _decay))).addcdiv_(Mean, scale, numbers.Of(-rate / (1 - Math.Pow(Beta1, Steps))));
        gradient.zero_();
        return norm;
    }

    /// <summary>Takes on a state that was kept.</summary>
    public void Restore(ReadOnlySpan<float> mean, ReadOnlySpan<float> square, int steps)
    {
        using var scope = NewDisposeScope();
        Mean.copy_(tensor(mean.ToArray()));
        Square.copy_(tensor(square.ToArray()));
        Steps = steps;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Mean.Dispose();
        Square.Dispose();
    }
}

namespace BlockAssist.Learner.Inference;

/// <summary>A question whose answer is known, put to a provider before it is trusted.</summary>
/// <param name="Inputs">One position: the numbers of each input by name. What is left out is zero.</param>
/// <param name="Outputs">What must come out, by name. An output that is not named need only be finite.</param>
/// <param name="Tolerance">How far an output may be off, as a share of the larger of 1 and the number itself.</param>
public sealed record InferenceProbe(
    IReadOnlyDictionary<string, float[]> Inputs, IReadOnlyDictionary<string, float[]> Outputs, float Tolerance = 1e-3f)
{
    internal bool IsOff(float found, float expected) => MathF.Abs(found - expected) > Tolerance * MathF.Max(1, MathF.Abs(expected));
}

using System.Text.Json.Serialization;

namespace BlockAssist.Learner.Training;

/// <summary>How a network is trained. What is written into a checkpoint, so that a training can be repeated.</summary>
public sealed record TrainingOptions
{
    /// <summary>How many steps.</summary>
    public int Steps { get; init; } = 1500;

    /// <summary>How many turns of one recording are shown together: the length of a window, or how many moments of an episode.</summary>
    public int Length { get; init; } = 32;

    /// <summary>How many of those a step has.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>The learning rate at its highest.</summary>
    public double Rate { get; init; } = 2e-3;

    /// <summary>In how many steps the rate rises to it.</summary>
    public int WarmUp { get; init; } = 50;

    /// <summary>What share of a weight a step at rate 1 takes away.</summary>
    public double Decay { get; init; } = 0.05;

    /// <summary>How long a gradient may be.</summary>
    public double Clip { get; init; } = 1;

    /// <summary>How much of the averaged weights stays in each step; 0 for no averaging.</summary>
    public double Averaging { get; init; } = 0.99;

    /// <summary>Whether they are turned and mirrored at random.</summary>
    public bool Turned { get; init; } = true;

    /// <summary>What share of them is shown in other materials.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public double Repainted { get; init; }

    /// <summary>Whether the network computes in bfloat16; weights, optimizer and likelihoods stay singles (Micikevicius et al., "Mixed Precision Training", 2018).</summary>
    public bool Bfloat16 { get; init; }

    /// <summary>Fixes the first weights, the lessons and what is dropped.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The rate of a step: a straight rise, then half a cosine down to nothing.</summary>
    public double RateAt(int step) =>
        Rate * Math.Min(1, (step + 1.0) / WarmUp) * (0.5 + (0.5 * Math.Cos(Math.PI * step / Steps)));
}

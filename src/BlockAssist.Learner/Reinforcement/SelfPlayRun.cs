using System.Text.Json;
using BlockAssist.Learner.Networks;
using BlockAssist.Learner.Training;
using BlockAssist.Simulation.Goals.Proposing;
using static TorchSharp.torch;

namespace BlockAssist.Learner.Reinforcement;

/// <summary>Self-play from the first iteration to the last.</summary>
/// <remarks>Can be killed at any moment and goes on to exactly the weights that it would have come to.</remarks>
/// <param name="recipe">What it is.</param>
/// <param name="folder">Where it keeps what it needs to go on.</param>
/// <param name="device">What computes.</param>
/// <param name="clock">Says when it is time to save, and to end.</param>
public sealed class SelfPlayRun(SelfPlayRecipe recipe, SelfPlayFolder folder, Device device, TimeProvider clock)
{
    /// <summary>How often to write where self-play is.</summary>
    public TimeSpan BetweenSaves { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>After which time it ends with the iteration that it is in; null: after the last.</summary>
    public TimeSpan? AtMost { get; init; }

    /// <summary>How many threads play.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Plays and learns to the end.</summary>
    /// <param name="resume">Whether to go on where an earlier run was.</param>
    /// <param name="show">Is told of every iteration.</param>
    /// <param name="cancellation">Saves and ends.</param>
    /// <returns>The solver's averaged weights; the caller's.</returns>
    public WeightSet Run(bool resume, Action<SelfPlayForm>? show = null, CancellationToken cancellation = default)
    {
        using var play = (resume ? folder.TryLoad(Open) : null) ?? Begin();
        var (began, saved) = (clock.GetTimestamp(), clock.GetTimestamp());
        using var log = folder.OpenLog(play.Iteration);
        while (play.Iteration < recipe.Options.Iterations && !(clock.GetElapsedTime(began) >= AtMost))
        {
            if (cancellation.IsCancellationRequested)
            {
                folder.Save(play);
                cancellation.ThrowIfCancellationRequested();
            }

            var form = SelfPlayForm.Of(play.Iterate(clock), recipe.Proposals.Success);
            log.WriteLine(JsonSerializer.Serialize(form, SelfPlayJson.Default.SelfPlayForm));
            show?.Invoke(form);
            if (clock.GetElapsedTime(saved) >= BetweenSaves)
            {
                folder.Save(play);
                saved = clock.GetTimestamp();
            }
        }

        folder.Save(play);
        return play.Solver();
    }

    private SelfPlay Begin()
    {
        folder.Clear();
        var play = Open(null);
        folder.Save(play);
        return play;
    }

    private SelfPlay Open(TrainingMoment? moment) =>
        new(recipe.Network, recipe.Start, recipe.Options, recipe.Proposals.Site, new Proposer(recipe.Proposals), device, moment) { Threads = Threads };
}

using System.Globalization;
using BlockAssist.Learner.Beliefs.Lessons;
using BlockAssist.Learner.Inference;
using BlockAssist.Learner.Policies;
using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Survival;

namespace BlockAssist.Learner.Beliefs.Practice;

/// <summary>Plays on from moments of a recorded session: the human model in the person's place, a belief model in the assistant's.</summary>
/// <remarks>
/// What might have come of a session costs no person's time: each moment is exactly as it was (<see cref="EpisodeBranch"/>), and both know what had
/// happened before. Belongs to one thread; engines may be shared.
/// </remarks>
/// <param name="human">The human model.</param>
/// <param name="helper">Makes a helper from a seed.</param>
public sealed class RestartPlay(InferenceEngine human, Func<ulong, BeliefPolicy> helper)
{
    // What the human model remembers of turns longer ago makes no difference.
    private const int Attended = 64;

    /// <summary>After how many of the person's acts a branch ends; twice as many as an edit is watched for.</summary>
    public int Acts { get; init; } = 2 * new SurvivalReward().Window;

    /// <summary>After how many steps of its own it ends at the latest.</summary>
    public int Steps { get; init; } = 400;

    /// <summary>Who has which seat in a session; null if there is not one person who sees the goal and one assistant.</summary>
    public static (int Person, int Assistant)? SeatsOf(EpisodeHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        List<BuilderRole> roles = [.. header.Builders.Select(builder => builder.Role)];
        return (roles.IndexOf(BuilderRole.Person), roles.IndexOf(BuilderRole.Assistant)) is ( >= 0, >= 0) and var seats && roles.Count == 2 && header.Options.Builders[seats.Item1].GoalVisible
            ? seats
            : null;
    }

    /// <summary>Moments spread evenly over a session: after how many steps each is.</summary>
    /// <param name="session">The session's file.</param>
    /// <param name="count">How many moments.</param>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static IReadOnlyList<int> MomentsOf(string session, int count)
    {
        var steps = new EpisodeLessons(session).CountSteps();
        return [.. Enumerable.Range(1, count).Select(number => (int)((long)number * steps / (count + 1))).Distinct()];
    }

    /// <summary>Records branches of a session, those that are there already excepted.</summary>
    /// <param name="session">The session's file.</param>
    /// <param name="moments">After how many steps each branches off.</param>
    /// <param name="folder">Where to.</param>
    /// <param name="seed">Fixes what is done.</param>
    /// <param name="cancellation">Ends it between two steps; what is not whole is then left out.</param>
    /// <returns>The files, of moments that the session has.</returns>
    /// <exception cref="EpisodeFormatException">The file is not an episode, or does not come out as recorded.</exception>
    public IReadOnlyList<string> Record(string session, IReadOnlyList<int> moments, string folder, ulong seed, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(moments);
        if (SeatsOf(EpisodeReader.Open(session).Header) is not { } seats)
        {
            return [];
        }

        Directory.CreateDirectory(folder);
        var files = new List<string>();
        foreach (var moment in moments)
        {
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(session)}-{moment:D6}-{seed}{EpisodeFormat.FileEnding}"));
            if (File.Exists(file) || Play(session, seats, moment, file, seed ^ (ulong)moment, cancellation))
            {
                files.Add(file);
            }
        }

        return files;
    }

    private bool Play(string session, (int Person, int Assistant) seats, int moment, string file, ulong seed, CancellationToken cancellation)
    {
        using var person = new HumanPolicy(human, seed, PlayStyle.Steady);
        using var assistant = helper(seed);
        assistant.Reset();
        var partial = $"{file}.{Path.GetRandomFileName()}";
        try
        {
            using var branch = EpisodeBranch.Begin(session, moment, partial, new Beginning(person, assistant, seats, moment - Attended));
            if (branch is null)
            {
                return false;
            }

            PlayOn(branch, person, assistant, seats, cancellation);
            branch.End();
            File.Move(partial, file, overwrite: true);
            return true;
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private void PlayOn(EpisodeBranch branch, HumanPolicy person, BeliefPolicy assistant, (int Person, int Assistant) seats, CancellationToken cancellation)
    {
        var actions = new BuilderAction[2];
        var acts = 0;
        for (var step = 0; step < Steps && acts < Acts && !branch.Site.IsOver; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            actions[seats.Person] = person.Act(branch.Site.Observe(seats.Person));
            actions[seats.Assistant] = assistant.Act(branch.Site.Observe(seats.Assistant));
            acts += actions[seats.Person] == BuilderAction.Noop ? 0 : 1;
            branch.Step(actions);
        }
    }

    private sealed class Beginning(HumanPolicy person, BeliefPolicy assistant, (int Person, int Assistant) seats, int attendedFrom) : IReplayVisitor
    {
        public void Before(BuildSite site, in ReplayStep moment)
        {
            person.Witness(site.Observe(seats.Person), moment.Actions[seats.Person], moment.Number >= attendedFrom);
            assistant.Witness(site.Observe(seats.Assistant));
        }

        public void After(BuildSite site, in ReplayStep moment, ReadOnlySpan<Deed> deeds)
        {
        }
    }
}

using BlockAssist.Learner.Data;

namespace BlockAssist.Cli.Swarm.Studies.Learning;

/// <summary>Play for a study: most of it to learn from, some to choose by, some to judge by.</summary>
/// <param name="Learnt">What peers learn from.</param>
/// <param name="Chosen">What a hub chooses steps by; nobody learns from it.</param>
/// <param name="Judged">What the figures are of; nobody learns from it or chooses by it.</param>
internal sealed record StudyPlay(DemonstrationSet Learnt, DemonstrationSet Chosen, DemonstrationSet Judged)
{
    private const string Tutorial = "tutorial";
    private const ulong FirstHouse = 7_000_000;
    private const int MadeUp = 48;
    private const int OneOf = 6;

    /// <summary>People's play in a folder: whole demonstrations are kept apart, so that nobody is judged by a session that was learnt from.</summary>
    /// <exception cref="Running.ForeseenException">There are too few.</exception>
    public static StudyPlay In(string folder)
    {
        var people = DemonstrationSet.Open([folder]).Where(one => one.Split != Tutorial).Demonstrations;
        return people.Count >= OneOf
            ? Split(people)
            : throw new Running.ForeseenException($"{folder} has {people.Count} demonstrations, expected {OneOf} or more", "Import more play, or leave --play out: play is made up then.");
    }

    /// <summary>Play by human-like builders, made up in a folder.</summary>
    public static StudyPlay MadeUpIn(string folder, CancellationToken cancellation) =>
        Split(DemonstrationSet.Open(new ScriptedPlay(FirstHouse).Record(folder, MadeUp, cancellation: cancellation)).Demonstrations);

    private static StudyPlay Split(IReadOnlyList<Demonstration> all) => new(
        Those(all, place => place >= 2),
        Those(all, place => place == 0),
        Those(all, place => place == 1));

    private static DemonstrationSet Those(IReadOnlyList<Demonstration> all, Func<int, bool> counts) =>
        new([.. all.Where((_, number) => counts(number % OneOf))]);
}

using BlockAssist.Simulation.Episodes;

namespace BlockAssist.Learner.Data;

/// <summary>One builder's part in a recorded episode, fit to learn from.</summary>
/// <param name="Path">The episode's file.</param>
/// <param name="Builder">Which builder of it.</param>
/// <param name="Participant">Who that was; "" if nobody knows.</param>
/// <param name="Split">What kind of session it was, such as <c>alone</c> or <c>with_assistant</c>; "" if nobody knows.</param>
/// <param name="Turns">How many turns the builder had: no-ops and padding among them.</param>
public sealed record Demonstration(string Path, int Builder, string Participant, string Split, int Turns)
{
    /// <summary>What is wrong with the file, if anything: the turns are those before it.</summary>
    public string? Damage { get; init; }

    /// <summary>The parts of an episode from which one can learn what somebody does who sees the goal.</summary>
    /// <exception cref="EpisodeFormatException">The file is not an episode.</exception>
    public static IEnumerable<Demonstration> In(string path)
    {
        var reader = EpisodeReader.Open(path);
        var header = reader.Header;
        var turns = new int[header.Builders.Count];
        while (reader.Read() is var entry && entry != EpisodeEntry.None)
        {
            for (var builder = 0; entry == EpisodeEntry.Step && builder < turns.Length; builder++)
            {
                turns[builder] += reader.Origins[builder] == ActionOrigin.Absent ? 0 : 1;
            }
        }

        return
            from builder in Enumerable.Range(0, turns.Length)
            where header.Options.Builders[builder].GoalVisible && turns[builder] > 0
            select new Demonstration(
                path, builder, Property(header, "participant", header.Builders[builder].Name), Property(header, "split", ""), turns[builder])
            {
                Damage = reader.Damages.Count > 0 ? reader.Damages[0].Message : null,
            };
    }

    private static string Property(EpisodeHeader header, string name, string otherwise) =>
        header.Properties.TryGetValue(name, out var value) ? value : otherwise;
}

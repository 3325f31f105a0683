using BlockAssist.Simulation.Episodes;
using BlockAssist.Simulation.Episodes.Screening;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Swarm;

/// <summary>Which of a node's sessions a swarm would not credit as new play, and why: what its verifiers will find, before they do.</summary>
internal static class PlayNotes
{
    /// <summary>A line for each session that brings nothing.</summary>
    /// <param name="files">The sessions, in the order in which they count.</param>
    public static IReadOnlyList<string> Of(IEnumerable<string> files)
    {
        var (notes, known) = (new List<string>(), new List<(string File, PlayPrint Print)>());
        foreach (var file in files)
        {
            if (WhyNot(file, known) is { } why)
            {
                notes.Add($"{file}: {why}");
            }
        }

        return notes;
    }

    // Null where at least one builder who sees the goal brings something new.
    private static string? WhyNot(string file, List<(string File, PlayPrint Print)> known)
    {
        try
        {
            var header = EpisodeReader.Open(file).Header;
            PlayedPart[] parts = [.. PlayedPart.In(file).Where(part => header.Options.Builders[part.Builder].GoalVisible)];
            string?[] reasons = [.. parts.Select(part => WhyNot(part, known))];
            known.AddRange(parts.Select(part => part.Print).OfType<PlayPrint>().Select(print => (file, print)));
            return parts.Length == 0 ? "nobody in it sees the goal" : Array.TrueForAll(reasons, reason => reason is not null) ? reasons[0] : null;
        }
        catch (Exception error) when (error is EpisodeFormatException or NewerVersionException)
        {
            return error.Message;
        }
    }

    private static string? WhyNot(PlayedPart part, List<(string File, PlayPrint Print)> known) =>
        part.Complaint is { } complaint ? $"looks like a machine's play ({complaint})"
        : part.Print is not { } print || part.Built == 0 ? "too little was built in it"
        : known.Find(one => one.Print.Likeness(print) >= PlayPrint.Copy) is { File: { } earlier } ? $"a copy of {earlier}"
        : null;
}

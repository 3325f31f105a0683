using System.Text.Json;
using BlockAssist.Learner.Data;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Leases;

/// <summary>What a lease learns from, noted when it is begun: what is recorded afterwards changes neither its windows nor its evidence.</summary>
/// <param name="file">Where it is noted.</param>
public sealed class KeptDemonstrations(string file)
{
    /// <summary>The demonstrations that were noted; null if none were, the note is damaged, or an episode is gone.</summary>
    /// <exception cref="NewerVersionException">They were noted by a newer program.</exception>
    public DemonstrationSet? Load()
    {
        try
        {
            // This version is a list; one that says its version is a later one.
            var bytes = File.ReadAllBytes(file);
            NewerVersionException.ThrowIfNewer(file, "lists of demonstrations", JsonVersion.Of(bytes), JsonVersion.First);
            var kept = JsonSerializer.Deserialize(bytes, LeaseJson.Default.KeptDemonstrationArray);
            return kept is { Length: > 0 } && Array.TrueForAll(kept, one => one is { Turns: > 0 } && File.Exists(one.Path))
                ? new DemonstrationSet([.. kept.Select(one => new Demonstration(one.Path, one.Builder, "", "", one.Turns))])
                : null;
        }
        catch (Exception error) when (error is JsonException or (IOException and not NewerVersionException))
        {
            return null;
        }
    }

    /// <summary>Notes demonstrations.</summary>
    public void Save(DemonstrationSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        KeptDemonstration[] kept = [.. set.Demonstrations.Select(one => new KeptDemonstration(Path.GetFullPath(one.Path), one.Builder, one.Turns))];
        AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, kept, LeaseJson.Default.KeptDemonstrationArray));
    }
}

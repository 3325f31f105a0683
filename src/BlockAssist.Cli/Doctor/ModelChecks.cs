using BlockAssist.Cli.Commands.Models;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Learner.Models;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Cli.Doctor;

/// <summary>Looks at the node's models.</summary>
internal static class ModelChecks
{
    private const string Name = "models";
    private const string Rebuild = "delete artifacts/ and run ./blockassist again";

    /// <summary>How many there are, whether their files are sound, and which plays people.</summary>
    /// <param name="registry">The node's models.</param>
    /// <param name="shipped">The file of the model that plays where none of them is promoted.</param>
    public static Finding Models(ModelRegistry registry, string shipped)
    {
        try
        {
            var found = $"{registry.List().Count} of this node; {Player(registry, shipped)}";
            return registry.Verify() is [var first, ..] findings
                ? Finding.Warning(
                    Name,
                    $"{found}; {findings.Count} not as it should be: {first.File}: {first.Problem}",
                    "blockassist model import FILE, with a sound copy of the model (blockassist model verify names all)")
                : Finding.Ok(Name, found);
        }
        catch (ArtifactFormatException damage)
        {
            return Finding.Warning(Name, damage.Message, damage.Advice ?? "put back a copy of that file, or move its folder away and import the models again");
        }
        catch (NewerVersionException newer)
        {
            return Finding.Warning(Name, newer.Message, "update BlockAssist");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Finding.Warning(Name, fault.Message, "make the models in the home readable");
        }
    }

    // The promoted one is checked with all of the node's.
    private static string Player(ModelRegistry registry, string shipped)
    {
        if (registry.Promoted(ModelKind.Human) is { } promoted)
        {
            return $"{ModelReport.Short(promoted.Hash)} plays";
        }

        if (!File.Exists(shipped))
        {
            throw new ArtifactFormatException($"{shipped} is gone: no model plays") { Advice = Rebuild };
        }

        CheckpointFile.Load(shipped, advice: Rebuild);
        return "the one that comes with the program plays";
    }
}

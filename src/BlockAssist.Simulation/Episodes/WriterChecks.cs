using BlockAssist.Simulation.Building;
using BlockAssist.Simulation.Voxels;

namespace BlockAssist.Simulation.Episodes;

/// <summary>What a caller may ask an <see cref="EpisodeWriter"/> to write: only what a reader will take back.</summary>
internal static class WriterChecks
{
    /// <summary>Complains about a header that does not suit its site or the format.</summary>
    public static void Demand(EpisodeHeader header, BuildSite site)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(header.Builders.Count, header.Options.Builders.Count, "header.Builders");
        ArgumentOutOfRangeException.ThrowIfNotEqual(header.Goal.Size, header.Options.Size, "header.Goal");
        ArgumentOutOfRangeException.ThrowIfGreaterThan(header.Properties.Count, EpisodeFormat.MaxProperties, "header.Properties");
        foreach (var text in header.Builders.Select(builder => builder.Name).Concat(header.Properties.SelectMany(pair => (string[])[pair.Key, pair.Value])).Append(header.GoalName))
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(System.Text.Encoding.UTF8.GetByteCount(text), EpisodeFormat.MaxText, "length of a text of the header");
        }

        var hash = new SiteHash();
        if (hash.Of(header.CreateSite()) != hash.Of(site))
        {
            throw new ArgumentException("The site is not in the state that the header starts from.", nameof(site));
        }
    }

    /// <summary>Complains about a step that no site can have made.</summary>
    public static void Demand(long time, ReadOnlySpan<BuilderAction> actions, ReadOnlySpan<ActionOrigin> origins, BuildSite site)
    {
        Demand(time);
        ArgumentOutOfRangeException.ThrowIfNotEqual(actions.Length, site.BuilderCount, nameof(actions));
        ArgumentOutOfRangeException.ThrowIfNotEqual(origins.Length, site.BuilderCount, nameof(origins));
        for (var builder = 0; builder < actions.Length; builder++)
        {
            var action = actions[builder];
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)action.Type, BuilderAction.TypeCount, nameof(actions));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)action.Cell, (uint)site.Size.Volume, nameof(actions));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)action.Block, Palette.Count, nameof(actions));
            if (origins[builder] != ActionOrigin.Decision && action.Type != ActionType.Noop)
            {
                throw new ArgumentException("A builder who did not choose must do nothing.", nameof(origins));
            }
        }
    }

    /// <summary>Complains about a correction that the site cannot take.</summary>
    public static void Demand(SiteCorrection correction, BuildSite site)
    {
        foreach (var cell in correction.Cells)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)cell.Index, (uint)site.Size.Volume, nameof(correction));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((int)cell.Block, Palette.Count, nameof(correction));
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)(cell.LastInteracted + 1), (uint)site.BuilderCount, nameof(correction));
        }

        foreach (var place in correction.Places)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place.Builder, (uint)site.BuilderCount, nameof(correction));
            if (!place.Feet.IsNearOrigin)
            {
                throw new ArgumentException($"A builder cannot be at {place.Feet}, far outside the site.", nameof(correction));
            }
        }

        foreach (var hands in correction.Inventories)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)hands.Builder, (uint)site.BuilderCount, nameof(correction));
        }
    }

    /// <summary>Complains about feedback that nobody on the site can have given.</summary>
    public static void Demand(in Feedback feedback, BuildSite site)
    {
        Demand(feedback.Time);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)feedback.From, (uint)site.BuilderCount, nameof(feedback));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)feedback.About, (uint)site.BuilderCount, nameof(feedback));
        ArgumentOutOfRangeException.ThrowIfNegative(feedback.Value, nameof(feedback));
        ArgumentOutOfRangeException.ThrowIfEqual(Enum.IsDefined(feedback.Kind), false, nameof(feedback));
        if (feedback.IsAboutCell)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(feedback.Value, site.Size.Volume, nameof(feedback));
        }
    }

    /// <summary>Complains about a time that no game lasts.</summary>
    public static void Demand(long time) => ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(time), EpisodeFormat.MaxTime, nameof(time));
}

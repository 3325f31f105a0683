namespace BlockAssist.Game.Shelves;

/// <summary>Finds the session to go on with.</summary>
public static class UnfinishedSession
{
    // Who has played so many sessions since has other things in mind.
    private const int LooksAt = 20;

    /// <summary>The last session of a person whose house does not stand yet and that no other goes on from; null if there is none.</summary>
    /// <param name="folder">Where recordings are.</param>
    public static RecordedEpisode? Find(string folder)
    {
        var continued = new HashSet<string>();
        foreach (var path in RecordedEpisode.FilesOf(folder).Take(LooksAt))
        {
            if (RecordedEpisode.Read(path) is not { } episode)
            {
                continue;
            }

            if (episode is { CanGoOn: true, Share: > 0 } && !continued.Contains(Path.GetFileName(path)))
            {
                return episode;
            }

            _ = episode.Continues is { } before && continued.Add(before);
        }

        return null;
    }
}

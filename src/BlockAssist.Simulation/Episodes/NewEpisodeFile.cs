namespace BlockAssist.Simulation.Episodes;

/// <summary>Begins recordings in files that are nobody else's.</summary>
public static class NewEpisodeFile
{
    /// <summary>Begins a recording, under another name if another program began one of that name meanwhile.</summary>
    /// <param name="next">Names a file that is not there yet.</param>
    /// <param name="begin">Begins a recording in a file that must not exist.</param>
    /// <exception cref="IOException">It cannot be written, whatever its name.</exception>
    public static (string File, T Recording) Begin<T>(Func<string> next, Func<string, T> begin)
    {
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(begin);
        var file = next();
        while (true)
        {
            try
            {
                return (file, begin(file));
            }
            catch (IOException) when (File.Exists(file))
            {
                var other = next();
                if (other == file)
                {
                    throw;
                }

                file = other;
            }
        }
    }
}

namespace BlockAssist.Simulation.Episodes;

/// <summary>A file is not the episode it should be; the message is one line that says where, what was found and what was expected.</summary>
public sealed class EpisodeFormatException : Exception
{
    /// <summary>An error without particulars.</summary>
    public EpisodeFormatException()
        : base("not an episode")
    {
    }

    /// <summary>An error with a message.</summary>
    public EpisodeFormatException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public EpisodeFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }

    internal EpisodeFormatException(string file, long offset, int record, int step, string found)
        : base(record < 0 ? $"{file}: {found}" : $"{file}: byte {offset} (record {record}, after step {step}): {found}")
    {
        (Offset, Record, Step) = (offset, record, step);
    }

    /// <summary>Where in the file the damaged record starts; −1 if that means nothing here.</summary>
    public long Offset { get; } = -1;

    /// <summary>The number of the damaged record, counted from 0; −1 if that means nothing here.</summary>
    public int Record { get; } = -1;

    /// <summary>How many steps could be read before; −1 if that means nothing here.</summary>
    public int Step { get; } = -1;
}

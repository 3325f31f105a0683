using System.Globalization;

namespace BlockAssist.Simulation.Files;

/// <summary>Something was written by a newer program than this one. It is neither damaged nor anybody's fault: nobody may write over it, or accuse whoever sent it.</summary>
/// <remarks>An <see cref="IOException"/>, as it cannot be read here and now: whoever goes on without what cannot be read goes on without this, too.</remarks>
public sealed class NewerVersionException : IOException
{
    /// <summary>An error without particulars.</summary>
    public NewerVersionException()
        : base("something is of a newer version than this program reads")
    {
    }

    /// <summary>An error with a message.</summary>
    public NewerVersionException(string message)
        : base(message)
    {
    }

    /// <summary>An error with a message and a cause.</summary>
    public NewerVersionException(string message, Exception? inner)
        : base(message, inner)
    {
    }

    /// <summary>An error about a file.</summary>
    /// <param name="version">What is of which version.</param>
    public NewerVersionException(NewerVersion version)
        : base($"{version}") => Version = version;

    /// <summary>What is of which version; null where only the message says it.</summary>
    public NewerVersion? Version { get; }

    /// <summary>Refuses a version that this program does not read.</summary>
    /// <param name="file">What is of that version.</param>
    /// <param name="what">Of what it is a version.</param>
    /// <param name="found">Its version.</param>
    /// <param name="newest">The newest version that this program reads.</param>
    /// <exception cref="NewerVersionException">It is newer.</exception>
    public static void ThrowIfNewer(string file, string what, long found, long newest)
    {
        if (found > newest)
        {
            throw new NewerVersionException(new NewerVersion(file, what, found, newest));
        }
    }

    /// <summary>Refuses a version that this program does not read, where a mark ends in it.</summary>
    /// <param name="file">What is of that version.</param>
    /// <param name="what">Of what it is a version.</param>
    /// <param name="mark">The mark; whatever does not begin as it should, or does not end in a number, is not looked at.</param>
    /// <param name="start">How the mark begins, whatever the version.</param>
    /// <param name="newest">The newest version that this program reads.</param>
    /// <exception cref="NewerVersionException">It is newer.</exception>
    public static void ThrowIfNewer(string file, string what, string? mark, string start, long newest)
    {
        ArgumentNullException.ThrowIfNull(start);
        if (mark?.StartsWith(start, StringComparison.Ordinal) == true && long.TryParse(mark.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var found))
        {
            ThrowIfNewer(file, what, found, newest);
        }
    }
}

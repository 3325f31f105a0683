using System.Text.Json;
using BlockAssist.Simulation.Text;

namespace BlockAssist.Simulation.Episodes.Import;

/// <summary>Turns recorded human play (JSON lines, "mbag-human-episode/1", plain or gzipped) into our episodes.</summary>
public static class MbagEpisodeImporter
{
    /// <summary>Imports one file: wholly, or not at all.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="target">The episode to write; replaced if it exists.</param>
    /// <exception cref="EpisodeFormatException">A line is not what it should be.</exception>
    public static ImportReport Import(string source, string target)
    {
        var episode = new MemoryStream();
        var report = Convert(source, episode);
        var unfinished = target + ".partial";
        try
        {
            File.WriteAllBytes(unfinished, episode.ToArray());
            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return report;
    }

    /// <summary>Converts one file.</summary>
    /// <param name="source">The recording.</param>
    /// <param name="target">Where the episode goes; closed in the end.</param>
    /// <exception cref="EpisodeFormatException">A line is not what it should be; the target then holds half an episode.</exception>
    public static ImportReport Convert(string source, Stream target)
    {
        using var file = File.OpenRead(source);
        return Convert(file, source, target);
    }

    /// <summary>Converts one recording.</summary>
    /// <param name="source">The recording, gzipped or not.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <param name="target">Where the episode goes; closed in the end.</param>
    /// <exception cref="EpisodeFormatException">A line is not what it should be; the target then holds half an episode.</exception>
    public static ImportReport Convert(Stream source, string name, Stream target)
    {
        ArgumentNullException.ThrowIfNull(source);
        var number = 0;
        MbagConversion? conversion = null;
        try
        {
            foreach (var line in RecordedLines.Read(source))
            {
                number++;
                using var document = JsonDocument.Parse(line);
                var fields = JsonFields.Parse(document);
                if (conversion is null)
                {
                    conversion = new MbagConversion(MbagHeader.Read(fields), target);
                }
                else
                {
                    conversion.Take(fields);
                }
            }

            number++;
            return conversion is { IsOver: true } ? conversion.Report : throw new InvalidDataException("the file ends, expected a line with \"end\"");
        }
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException or ArgumentException)
        {
            throw new EpisodeFormatException($"{name}: line {Math.Max(number, 1)}: {OneLine.Of(error.Message, OneLine.MaxReasonLength)}", error);
        }
        finally
        {
            conversion?.Dispose();
        }
    }
}

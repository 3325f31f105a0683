using System.Text.Json;
using BlockAssist.Learner.Checkpoints;
using BlockAssist.Simulation.Files;

namespace BlockAssist.Learner.Verification;

/// <summary>Calibrations on disk, as JSON: where a verifier has its tolerances from.</summary>
public static class CalibrationFile
{
    private const int MaxBytes = 16 << 20;
    private const int Version = 1;

    /// <summary>Writes a calibration so that it is there whole or not at all.</summary>
    public static void Save(CalibrationReport report, string path) =>
        AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, report, CalibrationJson.Default.CalibrationReport));

    /// <summary>Reads a calibration.</summary>
    /// <exception cref="ArtifactFormatException">The file is none.</exception>
    /// <exception cref="NewerVersionException">It is of a newer version.</exception>
    public static CalibrationReport Load(string path)
    {
        if (new FileInfo(path).Length > MaxBytes)
        {
            throw new ArtifactFormatException(path, "file", "more bytes than any calibration has", $"at most {MaxBytes}");
        }

        try
        {
            var bytes = File.ReadAllBytes(path);
            NewerVersionException.ThrowIfNewer(path, "calibrations", JsonVersion.Of(bytes), Version);
            if (JsonSerializer.Deserialize(bytes, CalibrationJson.Default.CalibrationReport) is { Version: Version } report && IsSensible(report))
            {
                return report;
            }
        }
        catch (JsonException error)
        {
            throw new ArtifactFormatException(path, "calibration", "broken JSON", "what train calibrate writes", error);
        }

        throw new ArtifactFormatException(path, "calibration", "another version, or tolerances that are none", "what train calibrate writes");
    }

    private static bool IsSensible(CalibrationReport report) =>
        report is { Classes: not null, Tolerances: not null } && report.Tolerances.All(pair => pair is { Tolerance: >= 0 and < double.PositiveInfinity }) && report.Classes.All(one => one is not null);
}

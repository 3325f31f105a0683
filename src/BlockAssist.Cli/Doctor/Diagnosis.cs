namespace BlockAssist.Cli.Doctor;

/// <summary>All findings, and whether what is required is there.</summary>
internal sealed record Diagnosis(bool Ok, IReadOnlyList<Finding> Findings)
{
    /// <summary>The diagnosis that the findings amount to.</summary>
    public static Diagnosis Of(IReadOnlyList<Finding> findings) =>
        new(findings.All(finding => finding.State != Health.Missing), findings);
}

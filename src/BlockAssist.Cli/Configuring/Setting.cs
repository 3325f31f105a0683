using System.CommandLine;
using BlockAssist.Cli.Running;

namespace BlockAssist.Cli.Configuring;

/// <summary>An option that the environment and the configuration file can give too.</summary>
/// <param name="root">The command above all verbs.</param>
/// <param name="verb">The words of the verb.</param>
/// <param name="option">The option.</param>
internal sealed class Setting(Verb root, IReadOnlyList<string> verb, Option option)
{
    /// <summary>The option.</summary>
    public Option Option => option;

    /// <summary>Its name, such as <c>node.run.hours</c>; in the file each part of it is a key within the one before.</summary>
    public string Name { get; } = string.Join('.', [.. verb, option.Name.TrimStart('-')]);

    /// <summary>The variable of the environment, such as <c>BLOCKASSIST_NODE_RUN_HOURS</c>.</summary>
    public string Variable => KnownVariables.Prefix + Name.Replace('.', '_').Replace('-', '_').ToUpperInvariant();

    /// <summary>Whether it is either set or not.</summary>
    public bool IsFlag => option.ValueType == typeof(bool);

    /// <summary>Whether it may have several values.</summary>
    public bool TakesMany => option.Arity.MaximumNumberOfValues > 1;

    /// <summary>What it is if nobody says anything.</summary>
    public IReadOnlyList<string> Usual => IsFlag ? ["false"] : option.HasDefaultValue && option.GetDefaultValue() is { } usual ? [FormattableString.Invariant($"{usual}")] : [];

    /// <summary>The words of a command line that give it values, whatever these begin with.</summary>
    public IEnumerable<string> Words(IReadOnlyList<string> values) => IsFlag
        ? values is ["true"] ? [option.Name] : []
        : values.Select(value => $"{option.Name}={value}");

    /// <summary>What is wrong with values, as the verb itself says it; null if nothing is.</summary>
    public string? Complaint(IReadOnlyList<string> values)
    {
        if (values.Count == 0 || values.Contains(""))
        {
            return "it is empty";
        }

        // In a file it can be written; of a path .NET throws over it.
        if (values.Any(value => value.Contains('\0', StringComparison.Ordinal)))
        {
            return "it has the letter 0, which nothing can have";
        }

        if (IsFlag)
        {
            return values is ["true"] or ["false"] ? null : "expected true or false";
        }

        return values.Count > 1 && !TakesMany
            ? "expected one value"
            : root.Parse([.. verb, .. Words(values)], CommandRunner.Words).Errors.Select(error => UsageMistake.OneLine(error.Message)).FirstOrDefault();
    }

    /// <summary>All that there are.</summary>
    /// <param name="root">The command above all verbs.</param>
    public static IReadOnlyList<Setting> Of(Verb root) => [.. Below(root, root, [])];

    private static IEnumerable<Setting> Below(Verb root, Verb verb, string[] words) =>
        (verb.HasSettings ? verb.Options.Where(option => !option.Hidden).Select(option => new Setting(root, words, option)) : [])
            .Concat(verb.Subcommands.OfType<Verb>().SelectMany(inner => Below(root, inner, [.. words, inner.Name])));
}

using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace BlockAssist.Cli.Running;

/// <summary>Options that take a number from a range; anything else is a usage mistake, said in one line.</summary>
internal static class Ranged
{
    /// <summary>A number that has a usual value.</summary>
    public static Option<T> Option<T>(string name, string description, T usual, (T Least, T Most) range)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = $"{description} {Text(range.Least)} to {Text(range.Most)}.",
            DefaultValueFactory = _ => usual,
            CustomParser = result => Parse<T>(result.Tokens[^1].Value, range, result.AddError, name),
        };

    /// <summary>A number whose usual value depends on others; null where it is not given.</summary>
    public static Option<T?> OptionOrNone<T>(string name, string description, (T Least, T Most) range)
        where T : struct, INumber<T> =>
        new(name)
        {
            Description = $"{description} {Text(range.Least)} to {Text(range.Most)}.",
            CustomParser = result => Parse<T>(result.Tokens[^1].Value, range, result.AddError, name),
        };

    /// <summary>A seed: any number from 0 on.</summary>
    public static Option<ulong> Seed(string description) =>
        new("--seed")
        {
            Description = description,
            DefaultValueFactory = _ => 1,
            CustomParser = result => Parse<ulong>(result.Tokens[^1].Value, (0, ulong.MaxValue), result.AddError, "--seed"),
        };

    /// <summary>A seed that is made up where it is not given.</summary>
    public static Option<ulong?> SeedOrNone(string description) =>
        new("--seed")
        {
            Description = description,
            CustomParser = result => Parse<ulong>(result.Tokens[^1].Value, (0, ulong.MaxValue), result.AddError, "--seed"),
        };

    private static T Parse<T>(string word, (T Least, T Most) range, Action<string> complain, string name)
        where T : struct, INumber<T>
    {
        if (T.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= range.Least && number <= range.Most)
        {
            return number;
        }

        complain($"{name} takes a number from {Text(range.Least)} to {Text(range.Most)}, not '{word}'");
        return default;
    }

    private static string Text<T>(T number)
        where T : INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);
}

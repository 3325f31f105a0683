using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace BlockAssist.Cli.Dashboard;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Top">How many at most.</param>
/// <param name="Offset">How many come before.</param>
internal readonly record struct Paging(int Top, int Offset)
{
    private const int MostOffset = 1_000_000;

    /// <summary>The part that a request asks for.</summary>
    /// <param name="query">Its query.</param>
    /// <param name="usual">How many, where it does not say.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="paging">The part.</param>
    /// <returns>False if it asks for something that cannot be.</returns>
    public static bool TryOf(IQueryCollection query, int usual, int most, out Paging paging)
    {
        var isRight = TryNumber(query, "top", usual, (1, most), out var top) & TryNumber(query, "offset", 0, (0, MostOffset), out var offset);
        paging = new Paging(top, offset);
        return isRight;
    }

    /// <summary>A number of a query.</summary>
    public static bool TryNumber(IQueryCollection query, string name, int usual, (int Least, int Most) range, out int number)
    {
        number = usual;
        return !query.TryGetValue(name, out var values)
            || (values is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= range.Least && number <= range.Most);
    }

    /// <summary>The part of a list.</summary>
    public IReadOnlyList<T> Of<T>(IReadOnlyList<T> all) => [.. all.Skip(Offset).Take(Top)];
}

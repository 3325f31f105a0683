using System.Collections;
using System.Reflection;

namespace BlockAssist.Net.Tests.Messages;

/// <summary>Anything as text, with all that is in it: what two things have in common that are the same.</summary>
internal static class Told
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        string text => $"'{text}'",
        double number => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
        ReadOnlyMemory<byte> bytes => Convert.ToHexString(bytes.Span),
        IDictionary pairs => $"{{{string.Join(' ', pairs.Keys.Cast<object>().Select(key => $"{key}={Of(pairs[key])}").Order(StringComparer.Ordinal))}}}",
        IEnumerable all => $"[{string.Join(' ', all.Cast<object?>().Select(Of))}]",
        _ when value.GetType() is { IsPrimitive: false, IsEnum: false } type && type.GetMethod("<Clone>$") is not null =>
            $"{type.Name}({string.Join(' ', type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0).Select(property => $"{property.Name}={Of(property.GetValue(value))}"))})",
        _ => value.ToString()!,
    };
}

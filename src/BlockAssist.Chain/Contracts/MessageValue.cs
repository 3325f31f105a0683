using System.Collections;
using System.Globalization;
using System.Numerics;
using BlockAssist.Chain.Abi;
using BlockAssist.Chain.Values;

namespace BlockAssist.Chain.Contracts;

/// <summary>Values of properties as values of the ABI, and back.</summary>
internal static class MessageValue
{
    /// <summary>What an array, or a list, is of; null if a type is none.</summary>
    public static Type? ElementOf(Type type) =>
        type == typeof(byte[]) ? null
        : type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(IReadOnlyList<>) || open == typeof(IList<>)) ? type.GetGenericArguments()[0]
        : null;

    /// <summary>The value of a property as one of the ABI. Addresses may be text.</summary>
    /// <exception cref="ChainFormatException">There is none, or a text is no address.</exception>
    public static object ToAbi(AbiType type, object? value, MessageShape? inner) => (type, value) switch
    {
        (_, null) => throw new ChainFormatException($"nothing where {type.Name} was expected"),
        (AbiAddress, string text) => Address.Parse(text),
        (AbiArray array, IEnumerable elements) => elements.Cast<object?>().Select(element => ToAbi(array.Element, element, inner)).ToArray(),
        (AbiTuple, _) when inner is not null => inner.ValuesOf(value),
        _ => value,
    };

    /// <summary>A value of the ABI as a property has it.</summary>
    /// <exception cref="ChainFormatException">It does not fit.</exception>
    public static object FromAbi(Type type, object value, MessageShape? inner) => value switch
    {
        BigInteger number => Number(type, number),
        Address address when type == typeof(string) => address.ToString(),
        byte[] { Length: Hash32.Bytes } bytes when type == typeof(Hash32) => new Hash32(bytes),
        Hash32 hash when type == typeof(byte[]) => hash.ToArray(),
        object[] values when ElementOf(type) is { } element => List(type, element, values, inner),
        object[] values when inner is not null => inner.MessageOf(values),
        _ when type.IsInstanceOfType(value) => value,
        _ => throw new ChainFormatException($"a {value.GetType().Name} where {type.Name} was expected"),
    };

    private static object List(Type type, Type element, object[] values, MessageShape? inner)
    {
        var array = Array.CreateInstance(element, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            array.SetValue(FromAbi(element, values[i], inner), i);
        }

        return type.IsArray ? array : Activator.CreateInstance(typeof(List<>).MakeGenericType(element), array)!;
    }

    private static object Number(Type type, BigInteger number)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return type == typeof(BigInteger) ? number
                : type == typeof(Wei) ? new Wei(number)
                : type == typeof(ulong) ? (ulong)number
                : type == typeof(UInt128) ? (UInt128)number
                : Convert.ChangeType((long)number, type, CultureInfo.InvariantCulture);
        }
        catch (Exception error) when (error is OverflowException or InvalidCastException)
        {
            throw new ChainFormatException($"a number that is no {type.Name}", error);
        }
    }
}

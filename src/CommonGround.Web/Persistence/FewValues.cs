using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommonGround.Web.Persistence;

/// <summary>A small set of enum values in one text column: "1 2 8", in order, the same on both databases.</summary>
internal static class FewValues
{
    public static PropertyBuilder<IReadOnlySet<TEnum>> HasFewValues<TEnum>(this PropertyBuilder<IReadOnlySet<TEnum>> property)
        where TEnum : struct, Enum
    {
        property.HasConversion(
            new ValueConverter<IReadOnlySet<TEnum>, string>(set => Write(set), text => Read<TEnum>(text)),
            new ValueComparer<IReadOnlySet<TEnum>>(
                (a, b) => a!.SetEquals(b!), set => Write(set).GetHashCode(StringComparison.Ordinal), set => set.ToHashSet()));
        return property;
    }

    private static string Write<TEnum>(IReadOnlySet<TEnum> set) where TEnum : struct, Enum =>
        string.Join(' ', set.Select(v => Convert.ToInt32(v, System.Globalization.CultureInfo.InvariantCulture)).Order());

    private static HashSet<TEnum> Read<TEnum>(string text) where TEnum : struct, Enum =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<TEnum>)];
}

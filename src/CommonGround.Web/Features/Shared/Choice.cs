using CommonGround.Web.Infrastructure.Language;

namespace CommonGround.Web.Features.Shared;

/// <summary>One thing that can be chosen in a field.</summary>
public sealed record Choice(string Value, string Text, string? Hint = null)
{
    /// <summary>Every value of an enum, worded by <c>prefix + name</c>, and <c>prefix + name + ".hint"</c> where there is one.</summary>
    public static IReadOnlyList<Choice> Of<TEnum>(Texts t, string prefix, params TEnum[] leftOut)
        where TEnum : struct, Enum =>
        [
            .. Enum.GetValues<TEnum>().Except(leftOut).Select(value => new Choice(
                value.ToString(), t[prefix + value], t.Has($"{prefix}{value}.hint") ? t[$"{prefix}{value}.hint"] : null)),
        ];
}

namespace CommonGround.Web.Features.Sharing;

/// <summary>From when and until when, asked by <c>_ConsentWhen</c>.</summary>
/// <param name="Label">How until when is asked.</param>
/// <param name="Same">The last day of what is changed, which can be kept.</param>
/// <param name="MayBeLater">Asks from when, too: where nothing stands that it changes.</param>
/// <param name="NotBefore">Until when it holds now, where it must not end earlier.</param>
public sealed record ConsentWhen(ConsentForm Form, DateOnly Today, string Label, DateOnly? Same = null, bool MayBeLater = true, DateOnly? NotBefore = null);

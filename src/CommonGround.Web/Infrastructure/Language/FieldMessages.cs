using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace CommonGround.Web.Infrastructure.Language;

/// <summary>
/// What fields say when something is amiss, in the person's language. An attribute's <c>ErrorMessage</c> is the key of a
/// text; without one, the text of its kind is taken: <c>[Required]</c> says <c>form.required</c>.
/// </summary>
internal sealed class FieldMessages(Texts t) : IPostConfigureOptions<MvcOptions>
{
    // After everything else, so that the attributes have been gathered when their words are looked for.
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(new DefaultKeys());
        var messages = options.ModelBindingMessageProvider;
        messages.SetValueMustNotBeNullAccessor(_ => t["form.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => t["form.required"]);
        messages.SetMissingKeyOrValueAccessor(() => t["form.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => t["form.required"]);
        messages.SetValueMustBeANumberAccessor(_ => t["form.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => t["form.number"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => t["form.not-understood"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => t["form.not-understood"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => t["form.not-understood"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => t["form.not-understood"]);
        messages.SetValueIsInvalidAccessor(_ => t["form.not-understood"]);
    }

    private sealed class DefaultKeys : IValidationMetadataProvider
    {
        public void CreateValidationMetadata(ValidationMetadataProviderContext context)
        {
            foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
            {
                if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
                {
                    rule.ErrorMessage = rule switch
                    {
                        RequiredAttribute => "form.required",
                        StringLengthAttribute or MaxLengthAttribute => "form.too-long",
                        RangeAttribute => "form.range",
                        EmailAddressAttribute => "form.email",
                        _ => "form.not-understood",
                    };
                }
            }
        }
    }
}

/// <summary>Lets validation attributes find their words among the texts.</summary>
internal sealed class TextsLocalizer(Texts t) : IStringLocalizer
{
    public LocalizedString this[string name] => new(name, t[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, t[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => [];
}

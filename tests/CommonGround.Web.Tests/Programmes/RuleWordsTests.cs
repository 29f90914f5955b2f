using CommonGround.Testing.Product;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Programmes;

/// <summary>Rules that staff read about a patient speak of the patient.</summary>
[OnOneDatabase("Words are read from files.")]
public sealed class RuleWordsTests(SqliteDemo product) : IClassFixture<SqliteDemo>
{
    [Theory]
    [InlineData("se-patient-data-internal")]
    [InlineData("dk-sickness-benefit-act")]
    public void WhatStandsOnPagesOfStaff_DoesNotSpeakToThePatient(string key)
    {
        var rule = product.Services.GetRequiredService<ProgrammeLibrary>().Rules.InForce(key, new DateOnly(2026, 3, 2))!;
        foreach (var language in new[] { "en", "sv", "da" })
            Assert.DoesNotMatch(@"\b(you|your|du|dig|din|ditt|dina|dit|dine)\b", rule.Text.In(language));
    }

    [Theory]
    [InlineData("sv", "hela numret")]
    [InlineData("da", "hele nummeret")]
    [InlineData("en", "whole number")]
    public void ProtectedIdentity_SaysWhoFindsTheCaseAllTheSame(string language, string words) =>
        Assert.Contains(words, product.Services.GetRequiredService<Texts>().In(language)["protect.found"], StringComparison.Ordinal);
}
